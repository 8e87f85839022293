"""A knowledge graph of diplomatic relations: who met whom, when, where, about what, according to whom.

``kg.open(uri)`` opens a graph; everything else follows from it. Nothing heavy is imported until it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.graph import open_graph as open  # noqa: A004 - kg.open reads as what it does

__all__ = ["Graph", "open"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from kg import graph

        return graph.open_graph if name == "open" else graph.Graph
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
