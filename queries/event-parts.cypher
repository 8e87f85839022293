// title: An event and what it is part of
// description: The larger event, its other parts, and what happened inside it.
// family: networks
// param event: event (required) Id of the event.
// param known_by: moment (none) What the graph showed then, instead of now.
// column relation: text whole, part, or part of the same.
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// example: event=event-wang-lavrov

MATCH (e:Event {id: $event})<-[:TELLS_OF]-(m:Mention) WHERE m.parent IS NOT NULL
MATCH (w:Mention {id: m.parent})-[:TELLS_OF]->(o:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(o.recorded < $known_by, true) AND coalesce(o.replaced >= $known_by, true)
RETURN DISTINCT 'whole' AS relation, o.id AS event, o.date AS date, o.kind AS kind, o.status AS status, o.title AS title, o.sides AS sides
ORDER BY event
UNION ALL
MATCH (e:Event {id: $event})<-[:TELLS_OF]-(m:Mention)
MATCH (p:Mention {parent: m.id})-[:TELLS_OF]->(o:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(o.recorded < $known_by, true) AND coalesce(o.replaced >= $known_by, true)
RETURN DISTINCT 'part' AS relation, o.id AS event, o.date AS date, o.kind AS kind, o.status AS status, o.title AS title, o.sides AS sides
ORDER BY event
UNION ALL
MATCH (e:Event {id: $event})<-[:TELLS_OF]-(m:Mention) WHERE m.parent IS NOT NULL
MATCH (w:Mention {id: m.parent})-[:TELLS_OF]->(whole:Event)<-[:TELLS_OF]-(v:Mention)
MATCH (p:Mention {parent: v.id})-[:TELLS_OF]->(o:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(whole.recorded < $known_by, true) AND coalesce(whole.replaced >= $known_by, true)
  AND coalesce(o.recorded < $known_by, true) AND coalesce(o.replaced >= $known_by, true) AND o.id <> $event
RETURN DISTINCT 'part of the same' AS relation, o.id AS event, o.date AS date, o.kind AS kind, o.status AS status, o.title AS title, o.sides AS sides
ORDER BY event
