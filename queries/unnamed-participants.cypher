// title: Unnamed participants
// description: Persons whom sources mention without a name: side, rank, number, event.
// family: people
// cost: every participant of the side
// param country: side (required) A country or organisation by any of its names.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param known_by: moment (none) What the graph showed then, instead of now.
// column event: text Id of the event.
// column date: text When (EDTF).
// column capacity: text How the sources word it.
// column rank: text Rank.
// column count: integer How many.
// column title: text One line about the event.
// example: country=USA

MATCH (c:Country|Organization {id: $country})<-[:REPRESENTED]-(p:Participant)<-[:HAS_PARTICIPANT]-(e:Event)
WHERE coalesce(p.name, '') = '' AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND ($fuzzy = 'possible' OR (coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)))
RETURN e.id AS event, e.date AS date, coalesce(p.capacity, '') AS capacity, coalesce(p.rank, '') AS rank,
  coalesce(p.count, 1) AS count, e.title AS title
ORDER BY e.earliest, e.id, p.id
