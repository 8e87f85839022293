// title: Offices of an official
// description: Tenures, and every capacity in which the person took part, with how often.
// family: offices
// param official: official (required) A name as any source spells it, or an id.
// param known_by: moment (none) Events as the graph showed them then; tenures are reference data, and are those of now.
// column source: text tenure or events.
// column capacity: text The office or the words of the sources.
// column side: text Code of the side.
// column start: text From (EDTF), or the first day of an event.
// column end: text To (EDTF), or the last day of an event.
// column events: integer Events attended in it.
// example: official=Lavrov

MATCH (o:Official {id: $official})-[t:HELD_OFFICE]->(f:Office)
RETURN 'tenure' AS source, f.title AS capacity, coalesce(f.side, '') AS side, coalesce(t.start, '') AS start,
  coalesce(t.end, '') AS end, 0 AS events
ORDER BY start, capacity
UNION ALL
MATCH (o:Official {id: $official})-[r:ATTENDED]->(e:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
WITH coalesce(r.capacity, '') AS capacity, coalesce(r.side, '') AS side, min(e.earliest) AS first, max(e.latest) AS last, count(e) AS events
RETURN 'events' AS source, capacity, side, coalesce(toString(first), '') AS start, coalesce(toString(last), '') AS end, events
ORDER BY events DESC, capacity, side
