// title: Who travelled to whom
// description: Contacts of a side with each counterpart: at home, at the other, elsewhere, and where no source says.
// family: places
// cost: every contact of the side
// param country: side (required) A country or organisation by any of its names.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// column counterpart: text Id of the other side.
// column name: text Its name.
// column at_home: integer In the country asked for.
// column at_theirs: integer In the counterpart.
// column elsewhere: integer In a third country.
// column unknown: integer Without a place, or by telephone.
// column balance: integer at_home - at_theirs: above 0 where the counterpart travels more.
// example: country=Russia

MATCH (c:Country|Organization {id: $country})-[:TOOK_PART]->(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH c, e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
OPTIONAL MATCH (e)-[:HELD_AT]->(:Place)-[:IN_COUNTRY]->(w:Country)
WITH c, e, min(w.id) AS country
MATCH (e)<-[:TOOK_PART]-(other)
WHERE other.id <> c.id
WITH other, CASE country WHEN c.id THEN 'home' WHEN other.id THEN 'theirs' ELSE CASE WHEN country IS NULL THEN '' ELSE 'third' END END AS at
RETURN other.id AS counterpart, other.name AS name, sum(CASE at WHEN 'home' THEN 1 ELSE 0 END) AS at_home,
  sum(CASE at WHEN 'theirs' THEN 1 ELSE 0 END) AS at_theirs, sum(CASE at WHEN 'third' THEN 1 ELSE 0 END) AS elsewhere,
  sum(CASE at WHEN '' THEN 1 ELSE 0 END) AS unknown,
  sum(CASE at WHEN 'home' THEN 1 WHEN 'theirs' THEN -1 ELSE 0 END) AS balance
ORDER BY at_home + at_theirs + elsewhere + unknown DESC, counterpart
