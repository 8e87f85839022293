"""Still pictures for papers, as SVG or PNG, made without a browser. The same graph, options and day: the same bytes."""
