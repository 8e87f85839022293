"""Everything that is measured, one part after the other: ``make bench``.

Name parts to run only those: ``python -m tests.bench text cold-start``; options of one
follow its name: ``python -m tests.bench text-speed --texts 1000``. Graphs of a million events, which take hours
to make, have commands of their own: ``tests.bench.large_folder``, ``tests.bench.large``, ``tests.bench.promises``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import takewhile

PARTS = {
    "text": ("tests.bench.text_scores", "scores on the annotated texts, with each miss and each false event"),
    "text-speed": ("tests.bench.text_speed", "the extractor beside reading, splitting and one pass for names"),
    "identity": ("tests.bench.identity", "which tellings are one event: precision and recall of pairs"),
    "load": ("tests.bench.load_rate", "a load beside the bare driver writing the same graph"),
    "loaders": ("tests.bench.loaders", "each loader of data sets beside a table reader alone"),
    "processes": ("tests.bench.processes", "long tables read in two processes, beside one"),
    "offline": ("tests.bench.offline_import", "a first load of Neo4j by files"),
    "scale": ("tests.bench.scale", "cost of an event, one more source and every named query as the graph grows"),
    "event-cost": ("tests.bench.event_cost", "cost of an event in Neo4j graphs of 10,000 and 100,000, by processor"),
    "query": ("tests.bench.query_rate", "a named query beside the same Cypher by hand"),
    "rdf": ("tests.bench.rdf", "the RDF writer beside preformatted bytes, pyoxigraph and rdflib"),
    "views": ("tests.bench.views", "the explorer beside pyvis, vis-network, cytoscape and sigma, at three sizes"),
    "rdf-stores": ("tests.bench.rdf_stores", "the RDF export from each store, and the share of waiting for it"),
    "tour": ("tests.bench.tour", "what the tour of the documents says of the large graph"),
    "cold-start": ("tests.bench.cold_start", "the command from a cold shell"),
}


def main(words: list[str]) -> None:
    """Run the parts of these names, or all; options behind the name of one part are for that part."""
    names = [*takewhile(lambda word: not word.startswith("-"), words)]
    options = words[len(names) :]
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        sys.exit(f"no part {unknown[0]!r}: choose from {', '.join(PARTS)}")
    if options and len(names) != 1:
        sys.exit(f"{options[0]} is for one part: name it before, for example text-speed --texts 1000")
    for name in names or PARTS:
        module, what = PARTS[name]
        print(f"\n== {name}: {what}")
        sys.argv = [module, *options]
        import_module(module).main()


if __name__ == "__main__":
    main(sys.argv[1:])
