"""Places by name and country; offices by title, tenures by person and office."""

from __future__ import annotations

import pytest

from kg.vocabulary import (
    city_coordinates,
    office_of,
    office_titles,
    persons_named,
    resolve_place,
    tenures_for,
    tenures_of,
)


@pytest.mark.parametrize(
    ("name", "iso3", "city", "country"),
    [
        ("the Kremlin", "", "Moscow", "RUS"), ("Novo-Ogaryovo", "", "Moscow", "RUS"),
        ("Bocharov Ruchei", "", "Sochi", "RUS"), ("Oval Office", "", "Washington", "USA"),
        ("Mar-a-Lago", "", "Palm Beach", "USA"), ("Lancaster House", "", "London", "GBR"),
        ("Élysée Palace", "", "Paris", "FRA"), ("Great Hall of the People", "", "Beijing", "CHN"),
        ("Hyderabad House", "", "New Delhi", "IND"), ("Palais des Nations", "", "Geneva", "CHE"),
        ("UN Headquarters", "", "New York", "USA"), ("Ak Orda", "", "Astana", "KAZ"),
        ("Beştepe", "", "Ankara", "TUR"), ("Mariinsky Palace", "", "Kyiv", "UKR"),
    ],
)  # fmt: skip
def test_venues_stand_in_their_city(name: str, iso3: str, city: str, country: str) -> None:
    place = resolve_place(name, iso3)
    assert place is not None
    assert (place.city, place.iso3) == (city, country)


@pytest.mark.parametrize(
    ("name", "iso3", "country"),
    [
        ("St. Petersburg", "", "RUS"), ("Kiev", "", "UKR"), ("Geneva", "", "CHE"), ("Hyderabad", "", "IND"),
        ("Hyderabad", "PAK", "PAK"), ("Tripoli", "LBN", "LBN"), ("Sharm El Sheikh", "", "EGY"), ("Wales", "", "GBR"),
        ("Crimea", "", "UKR"), ("Birmingham", "USA", "USA"), ("Sanya", "", "CHN"), ("Annapolis", "", "USA"),
    ],
)  # fmt: skip
def test_places_are_in_their_country(name: str, iso3: str, country: str) -> None:
    place = resolve_place(name, iso3)
    assert place is not None
    assert place.iso3 == country


@pytest.mark.parametrize(("name", "iso3"), [("Hamilton", ""), ("Moscow", "USA"), ("Nowhere", ""), ("Córdoba", "")])
def test_places_that_are_not_known_or_undecided(name: str, iso3: str) -> None:
    assert resolve_place(name, iso3) is None
    assert city_coordinates(name, iso3) is None


def test_coordinates_are_of_the_city() -> None:
    assert city_coordinates("Riyadh", "SAU") == pytest.approx((24.7, 46.7), abs=0.2)
    assert city_coordinates("Kyiv", "UKR") == city_coordinates("Kiev", "UKR")


@pytest.mark.parametrize(
    ("title", "side", "office"),
    [
        ("Secretary of State", "USA", "foreign-minister"), ("Secretary of State", "", "foreign-minister"),
        ("Foreign Secretary", "GBR", "foreign-minister"), ("Foreign Secretary", "IND", "permanent-secretary"),
        ("Chancellor", "DEU", "head-of-government"), ("Chancellor", "GBR", "finance-minister"),
        ("Federal Chancellor", "AUT", "head-of-government"), ("Taoiseach", "IRL", "head-of-government"),
        ("External Affairs Minister", "IND", "foreign-minister"), ("Premier", "CHN", "head-of-government"),
        ("Premier", "CAN", "head-of-region"), ("King", "JOR", "monarch"), ("Supreme Leader", "IRN", "supreme-leader"),
        ("Defense Secretary", "USA", "defence-minister"), ("Secretary of War", "USA", "defence-minister"),
        ("Chairman of the Presidency", "BIH", "head-of-state"), ("foreign ministers", "FRA", "foreign-minister"),
        ("heads of state", "", "head-of-state"), ("Kremlin aide", "RUS", "presidential-aide"),
        ("chargé d'affaires", "", "charge-d-affaires"), ("EU foreign policy chief", "EU", "high-representative"),
    ],
)  # fmt: skip
def test_titles_are_offices_of_their_country(title: str, side: str, office: str) -> None:
    row = office_of(title, side)
    assert row is not None
    assert row.office == office


def test_a_title_that_is_not_the_countrys_is_not_read() -> None:
    assert office_of("Secretary of State", "DEU") is None
    assert office_of("Keeper of the Seal") is None


def test_every_office_has_a_title() -> None:
    assert office_titles()["foreign-minister"] == "foreign minister"
    assert all(office_titles().values())


def test_who_the_article_that_began_it_all_is_about() -> None:
    held = {(row.office, row.side): (row.start, row.end) for row in tenures_of("Q4479563")}
    assert held["ambassador", "RUS"] == ("1998", "2008")
    assert held["presidential-aide", "RUS"] == ("2012-05", "")
    assert ("deputy-foreign-minister", "RUS") not in held


def test_holders_of_an_office_come_by_date() -> None:
    rows = [row.person for row in tenures_for("foreign-minister", "RUS") if row.start >= "1996"]
    assert rows == ["Yevgeny Primakov", "Igor Ivanov", "Sergey Lavrov"]
    presidents = tenures_for("head-of-state", "USA")
    terms = [(row.start, row.end) for row in presidents if row.qid == "Q22686"]
    assert terms == [("2017-01-20", "2021-01-20"), ("2025-01-20", "")]


@pytest.mark.parametrize(
    ("folded", "side", "qid"),
    [
        ("sergey lavrov", "RUS", "Q58217"), ("sergei lavrov", "RUS", "Q58217"), ("сергеи лавров", "RUS", "Q58217"),
        ("recep tayyip erdogan", "TUR", "Q39259"), ("习近平", "CHN", "Q15031"),
    ],
)  # fmt: skip
def test_spellings_of_one_person(folded: str, side: str, qid: str) -> None:
    assert persons_named(folded, side) == (qid,)


def test_persons_without_an_item_are_nobody() -> None:
    assert tenures_of("") == ()
    assert persons_named("nobody at all", "RUS") == ()


def test_presidents_of_parliaments_are_no_heads_of_state() -> None:
    titles = {row.title for side in ("NOR", "EST", "ITA", "FRA") for row in tenures_for("head-of-state", side)}
    assert titles <= {"President"}
