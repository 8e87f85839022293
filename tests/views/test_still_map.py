"""The map for print: who went to whom, and places where the projection's authors put them."""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise

import pytest

from kg.views.contacts import Contact, Thing, Window
from kg.views.stills.caption import Imprint
from kg.views.stills.earth import graticule, land, project
from kg.views.stills.journeys import Geography, Land, travel
from kg.views.stills.map import draw_map
from tests.views.svg_text import said

RUSSIA, CHINA, IRAN = (
    Land("RUS", "Russia", (55.75, 37.62)),
    Land("CHN", "China", (39.9, 116.4)),
    Land("IRN", "$Iran$ <b>", (35.7, 51.4)),
)
LANDS = {land.code: land for land in (RUSSIA, CHINA, IRAN)}
IMPRINT = Imprint("0123456789ab", date(2025, 3, 1), "Who went to whom")


def contact(number: int, *codes: str) -> Contact:
    sides = tuple(Thing(code, code) for code in codes)
    return Contact(f"event-{number}", "", None, None, "visit", "held", "", 1, "", sides, (), ())


def geography(**venues: str) -> Geography:
    """Where each contact was held: ``event_1="RUS CHN"``."""
    found = {key.replace("_", "-"): frozenset(codes.split()) for key, codes in venues.items()}
    return Geography(LANDS, LANDS, found)


def test_each_side_goes_to_the_country_of_the_venue() -> None:
    found = travel([contact(1, "RUS", "CHN"), contact(2, "RUS", "IRN")], geography(event_1="CHN", event_2="CHN"))
    assert found.journeys == {(RUSSIA, CHINA): 2, (IRAN, CHINA): 1}
    assert found.meetings == {CHINA: 2}


def test_two_countries_an_unknown_one_and_an_organisation_are_nobodys_journey() -> None:
    every = [contact(1, "RUS", "CHN"), contact(2, "RUS", "CHN"), contact(3, "organization-un", "RUS")]
    found = travel(every, geography(event_1="RUS CHN", event_2="XXX", event_3="RUS"))
    assert found.journeys == {}
    assert found.placed == 1


def test_a_map_without_journeys_says_why() -> None:
    words = said(draw_map([contact(1, "RUS", "CHN")], geography(), Window(), "svg", IMPRINT))
    assert "1 contact, and of none is it known that a side travelled to it" in words
    assert "no held contact of this time" in said(draw_map([], geography(), Window(), "svg", IMPRINT))


def test_what_is_not_on_the_map_is_counted() -> None:
    every = [contact(1, "RUS", "IRN"), contact(2, "RUS", "CHN")]
    words = said(draw_map(every, geography(event_1="IRN"), Window(), "svg", IMPRINT))
    assert "Not on the map: 1 contact of which" in words


@pytest.mark.parametrize(
    ("place", "x", "y"),
    [((0, 0), 0, 0), ((0, 180), 2.7066, 0), ((90, 0), 0, 1.3174), ((-90, 0), 0, -1.3174)],
)
def test_the_projection_has_the_size_that_its_authors_give(place: tuple[float, float], x: float, y: float) -> None:
    assert project(place) == pytest.approx((x, y), abs=1e-3)


def test_areas_are_kept() -> None:
    """Ten degrees by ten at 60 degrees north have the area of the same piece of a sphere."""

    def area(south: float, north: float) -> float:
        steps = 200
        every = [south + (north - south) * (at + 0.5) / steps for at in range(steps)]
        ys = [project((south + (north - south) * at / steps, 0))[1] for at in range(steps + 1)]
        widths = [project((one, 10))[0] for one in every]
        return sum(width * (ys[at + 1] - ys[at]) for at, width in enumerate(widths))

    for south in (0, 50, 75):
        sphere = math.radians(10) * (math.sin(math.radians(south + 10)) - math.sin(math.radians(south)))
        assert area(south, south + 10) == pytest.approx(sphere, rel=1e-3)
    assert len(list(graticule(30))) == 13 + 5


def test_the_land_lies_where_it_is_and_ends_at_the_edge_of_the_map() -> None:
    edge = project((0, 180))[0]
    outlines = land()
    assert max(abs(x) for outline in outlines for x, _ in outline) <= edge
    assert all(abs(a - b) < edge for outline in outlines for (a, _), (b, _) in pairwise(outline)), "no line across it"
    cape = project((-34.4, 18.5))
    assert min(math.dist(cape, point) for outline in outlines for point in outline) < 0.03
    assert (
        'id="land"' in draw_map([contact(1, "RUS", "CHN")], geography(event_1="CHN"), Window(), "svg", IMPRINT).decode()
    )
