// title: Who held the offices of a side
// description: Tenures, as reference data and sources have them.
// family: offices
// param country: side (required) A country or organisation by any of its names.
// param office: office (none) Only this office.
// param since: first_day (none) Only tenures that may have lasted to this day or later.
// param until: last_day (none) Only tenures that may have begun on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// column office: text Title.
// column official: text Id.
// column name: text Name.
// column start: text From (EDTF).
// column end: text To (EDTF); empty while it lasts.
// example: country=Russia

MATCH (c:Country|Organization {id: $country})<-[:OFFICE_OF]-(f:Office)<-[t:HELD_OFFICE]-(o:Official)
WHERE coalesce(f.office = $office, true) AND coalesce(t.latest >= $since, true) AND coalesce(t.earliest <= $until, true)
  AND ($fuzzy = 'possible' OR (coalesce(t.earliest >= $since, $since IS NULL) AND coalesce(t.latest <= $until, $until IS NULL)))
RETURN f.title AS office, o.id AS official, o.name AS name, coalesce(t.start, '') AS start, coalesce(t.end, '') AS end
ORDER BY f.id, t.earliest, official
