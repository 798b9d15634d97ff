/// The library that reads PDF, aside of the page: it answers as soon as it is loaded.
import 'pdfjs-dist/build/pdf.worker.min.mjs'
