// title: Sources by publisher and year
// description: What the graph was read from.
// family: coverage
// column publisher: text Who published them.
// column kind: text article, readout or record.
// column year: integer Year of publication; empty where not known.
// column sources: integer Sources.

MATCH (s:Source)
WITH coalesce(s.publisher, '') AS publisher, s.kind AS kind, s.published_earliest.year AS year, count(s) AS sources
RETURN publisher, kind, year, sources
ORDER BY publisher, kind, year
