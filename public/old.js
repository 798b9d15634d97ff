// What a browser runs that is too old for the page: words in place of an empty window. In the language it knows.
document.getElementById('app').innerHTML =
  '<main><h1>This browser is too old for Shoal</h1>' +
  '<p>Files go from browser to browser here, which it cannot do. Please use a current Firefox, Chrome, Edge or Safari.</p></main>'
var style = document.createElement('link')
style.rel = 'stylesheet'
style.href = document.querySelector('script[src$="old.js"]').src.replace('old.js', 'plain.css')
document.head.appendChild(style)
