// title: What sources say about an official
// description: Every claim on the person: names, capacities, tenures, with the words.
// family: people
// param official: official (required) A name as any source spells it, or an id.
// param known_by: moment (none) What the graph showed then, instead of now.
// column claim: text Id of the claim.
// column attribute: text What it is about.
// column value: text The value; JSON where it has parts.
// column quote: text The exact words.
// column source: text Id of the source.
// column publisher: text Who published it.
// column published: text When (EDTF).
// example: official=Lavrov

MATCH (o:Official {id: $official})<-[:TELLS_OF]-(m:Mention)
MATCH (c:Claim {mention: m.id})-[:STATED_IN]->(s:Source)
WHERE coalesce(c.recorded < $known_by, true) AND coalesce(c.withdrawn >= $known_by, c.withdrawn IS NULL)
  AND ($known_by IS NULL OR none(gap IN coalesce(c.gaps, []) WHERE split(gap, '/')[0] < $known_by AND split(gap, '/')[1] >= $known_by))
  AND (s.withdrawn IS NULL OR $known_by IS NOT NULL)
  AND NOT EXISTS { MATCH (w:Withdrawal)-[:WITHDRAWS]->(s) WHERE w.at < $known_by AND coalesce(w.undone >= $known_by, true) }
RETURN DISTINCT c.id AS claim, c.attribute AS attribute, c.value AS value, c.quote AS quote, s.id AS source,
  coalesce(s.publisher, '') AS publisher, coalesce(s.published, '') AS published
ORDER BY attribute, value, source, claim
