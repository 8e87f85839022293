// title: Open conflicts
// description: Claims that cannot all be true: what is shown, what else is said.
// family: quality
// param country: side (none) Only on events it took part in.
// param limit: integer (100) At most so many rows.
// column conflict: text Id.
// column attribute: text What it is about.
// column kind: text values, or tenure where reference data dispute a capacity.
// column about: text Id of the event or official.
// column shown: text The value that the graph shows.
// column values: list All values.
// column note: text One line about it.
// example: country=Russia

MATCH (f:Conflict)-[:CONCERNS]->(thing)
WHERE $country IS NULL OR EXISTS { MATCH (thing)<-[:TOOK_PART]-(s:Country|Organization {id: $country}) }
RETURN f.id AS conflict, f.attribute AS attribute, f.kind AS kind, thing.id AS about, coalesce(f.shown, '') AS shown,
  f.values AS values, coalesce(f.note, '') AS note
ORDER BY attribute, about, conflict
LIMIT $limit
