// title: Share of events on which sources disagree
// description: For each attribute: events told of by more than one text, and those with an open conflict on it.
// family: quality
// cost: every event of the graph
// param known_by: moment (none) What the graph showed then, instead of now.
// column attribute: text What they disagree on.
// column events: integer Events told of by more than one text.
// column disputed: integer Those with an open conflict on it.
// column share: number disputed / events.

MATCH (e:Event)
WHERE e.sources > 1 AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
WITH count(e) AS events
MATCH (f:Conflict {kind: 'values'})-[:CONCERNS]->(e:Event)
WHERE e.sources > 1 AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
WITH events, f.attribute AS attribute, count(DISTINCT e) AS disputed
RETURN attribute, events, disputed, round(1000.0 * disputed / events) / 1000 AS share
ORDER BY disputed DESC, attribute
