// title: Open conflicts
// description: Claims that cannot all be true: what is shown and why, what else is said, by which claims.
// family: quality
// cost: every conflict of the graph
// param country: side (none) Only on events it took part in.
// param attribute: conflict_attribute (none) Only on this attribute: date, venue, status, participant, capacity.
// param kind: conflict_kind (none) values: sources disagree; tenure: reference data dispute a capacity.
// param decided: boolean (none) yes: only those that a person decided; no: only those that nobody did.
// param since: first_day (none) Only on events that may have been on this day or later.
// param until: last_day (none) Only on events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param known_by: moment (none) What the graph showed then, instead of now.
// param limit: integer (100) At most so many rows.
// column conflict: text Id.
// column attribute: text What it is about.
// column kind: text values, or tenure where reference data dispute a capacity.
// column about: text Id of the event or official.
// column shown: text The value that the graph shows.
// column because: text The step of the rule that decided, or person where one ranked a claim.
// column values: list All values.
// column note: text One line about it.
// column claims: list Ids of the claims, to put one first with kg conflicts rank.
// example: country=Russia

MATCH (f:Conflict)-[:CONCERNS]->(thing)
WHERE ($country IS NULL OR EXISTS { MATCH (thing)<-[:TOOK_PART]-(s:Country|Organization {id: $country}) })
  AND coalesce(f.attribute = $attribute, true) AND coalesce(f.kind = $kind, true)
  AND ($decided IS NULL OR (coalesce(f.because, '') = 'person') = $decided)
  AND coalesce(thing.recorded < $known_by, true) AND coalesce(thing.replaced >= $known_by, true)
  AND coalesce(thing.latest >= $since, true) AND coalesce(thing.earliest <= $until, true)
  AND ($fuzzy = 'possible' OR (coalesce(thing.earliest >= $since, $since IS NULL) AND coalesce(thing.latest <= $until, $until IS NULL)))
WITH f, thing
OPTIONAL MATCH (f)-[:BETWEEN]->(c:Claim)
WITH f, thing, c.id AS claim
ORDER BY claim
WITH f, thing, collect(claim) AS claims
RETURN f.id AS conflict, f.attribute AS attribute, f.kind AS kind, thing.id AS about, coalesce(f.shown, '') AS shown,
  coalesce(f.because, '') AS because, f.values AS values, coalesce(f.note, '') AS note, claims
ORDER BY attribute, about, conflict
LIMIT $limit
