// title: An event and what it is part of
// description: The larger event, its other parts, and what happened inside it.
// family: networks
// param event: event (required) Id of the event.
// column relation: text whole, part, or part of the same.
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// example: event=event-wang-lavrov

MATCH (e:Event {id: $event})-[:PART_OF]->(o:Event)
RETURN 'whole' AS relation, o.id AS event, o.date AS date, o.kind AS kind, o.status AS status, o.title AS title, o.sides AS sides
ORDER BY event
UNION ALL
MATCH (e:Event {id: $event})<-[:PART_OF]-(o:Event)
RETURN 'part' AS relation, o.id AS event, o.date AS date, o.kind AS kind, o.status AS status, o.title AS title, o.sides AS sides
ORDER BY event
UNION ALL
MATCH (e:Event {id: $event})-[:PART_OF]->(:Event)<-[:PART_OF]-(o:Event)
WHERE o.id <> $event
RETURN 'part of the same' AS relation, o.id AS event, o.date AS date, o.kind AS kind, o.status AS status, o.title AS title, o.sides AS sides
ORDER BY event
