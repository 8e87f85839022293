// title: Sources of a claim
// description: The source that states it and its reprints, and every other claim on the same thing that says the same.
// family: evidence
// param claim: claim (required) Id of the claim.
// param known_by: moment (none) What the graph showed then, instead of now.
// column relation: text states it; reprints it; or says the same.
// column claim: text Id of the claim.
// column source: text Id of the source.
// column kind: text article, readout or record.
// column publisher: text Who published it.
// column published: text When (EDTF).
// column url: text Where.
// column quote: text The exact words.
// example: claim=claim-riyadh-wire-date

MATCH (c:Claim {id: $claim})
MATCH (m:Mention {id: c.mention})-[:TELLS_OF]->(thing:Event|Official)
WHERE coalesce(thing.recorded < $known_by, true) AND coalesce(thing.replaced >= $known_by, true)
MATCH (thing)<-[:TELLS_OF]-(other:Mention)
MATCH (same:Claim {mention: other.id})-[:STATED_IN]->(origin:Source)
WHERE same.attribute = c.attribute AND same.value = c.value AND same.stance = c.stance
  AND coalesce(same.recorded < $known_by, true) AND coalesce(same.withdrawn >= $known_by, same.withdrawn IS NULL)
  AND ($known_by IS NULL OR none(gap IN coalesce(same.gaps, []) WHERE split(gap, '/')[0] < $known_by AND split(gap, '/')[1] >= $known_by))
  AND (origin.withdrawn IS NULL OR $known_by IS NOT NULL)
  AND NOT EXISTS { MATCH (w:Withdrawal)-[:WITHDRAWS]->(origin) WHERE w.at < $known_by AND coalesce(w.undone >= $known_by, true) }
OPTIONAL MATCH (origin)<-[:REPRINT_OF]-(reprint:Source)
WITH c, same, origin, collect(DISTINCT reprint) AS reprints
UNWIND [origin] + reprints AS s
WITH c, same, origin, s, CASE WHEN s.id <> origin.id THEN 'reprints it' WHEN same.id = c.id THEN 'states it' ELSE 'says the same' END AS relation
RETURN relation, same.id AS claim, s.id AS source, s.kind AS kind, coalesce(s.publisher, '') AS publisher,
  coalesce(s.published, '') AS published, coalesce(s.url, '') AS url, same.quote AS quote
ORDER BY CASE relation WHEN 'states it' THEN 0 WHEN 'reprints it' THEN 1 ELSE 2 END, source, claim
