/** What is imported for what it does alone: the package declares nothing of it. */
declare module 'pdfjs-dist/build/pdf.worker.min.mjs'
