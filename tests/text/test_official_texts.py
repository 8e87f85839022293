"""What a reader has to know of who publishes a text: a ministry, a president's office."""

from __future__ import annotations

from typing import Any

import pytest

from tests.text.reading import read_summary


def _events(publisher: str, published: str, text: str) -> list[dict[str, Any]]:
    return list(read_summary({"text": text, "published": published, "publisher": publisher})["events"])


AT_THE_MINISTRY = (
    "Omani Labour Minister Said Baawain met Foreign Minister Vijitha Herath at the Ministry of Foreign Affairs today.",
    "Omani Foreign Minister Said Baawain, who was on a one-day official visit to Sri Lanka, met his counterpart,"
    " Foreign Minister Vijitha Herath, at the Ministry of Foreign Affairs.",
)


@pytest.mark.parametrize("body", AT_THE_MINISTRY)
def test_at_the_ministry_is_in_the_capital(body: str) -> None:
    found = _events("Ministry of Foreign Affairs of Sri Lanka", "2024-10-07", f"A visitor\n\n{body}")
    places = [event["place"] for event in found if event["kind"] == "meeting"]
    assert [place["city"] for place in places] == ["Colombo"]


def test_a_title_without_a_state_is_of_the_publisher() -> None:
    text = "Talks in Nepal\n\nMinister for Asia and the Pacific Alan Reed met Nepali Foreign Minister Hari Thapa today."
    (found,) = _events("GOV.UK", "2018-10-07", text)
    assert (found["countries"], found["date"]) == (["GBR", "NPL"], "2018-10-07")


def test_a_headline_that_met_to_discuss_tells_no_plan() -> None:
    text = (
        "Foreign Minister Kask and Latvian Foreign Minister Ozola met in Tallinn to discuss security\n\n"
        "Foreign Minister Jaan Kask and Latvian Foreign Minister Dace Ozola met today in Tallinn to discuss security."
    )
    (found,) = _events("Ministry of Foreign Affairs of Estonia", "2015-09-10", text)
    assert (found["status"], found["date"], found["place"]["city"]) == ("held", "2015-09-10", "Tallinn")


def test_a_visit_during_which_others_will_be_met_is_to_come() -> None:
    text = (
        "A journey\n\nMinister Shahid will also meet the President of Peru and senior officials of its Foreign Office"
        " during his visit to Lima."
    )
    found = _events("Ministry of Foreign Affairs of the Maldives", "2019-02-24", text)
    assert {event["status"] for event in found} == {"planned"}


MET_ABROAD = (
    "In Apia, I will meet Prime Minister Ana Leota.",
    "In Apia, I will meet the Prime Minister, the Hon Ana Leota, and open a school.",
    "In Apia, I will call on Prime Minister Ana Leota.",
    "In Apia, I look forward to meeting Prime Minister Ana Leota.",
    "I will meet Prime Minister Ana Leota in Apia.",
    "While in Apia, I will hold talks with Prime Minister Ana Leota.",
)


@pytest.mark.parametrize("sentence", MET_ABROAD)
def test_whom_a_minister_meets_abroad_is_of_the_state_that_is_visited(sentence: str) -> None:
    text = f"Travel to the Pacific\n\nThis week I will travel to Samoa and Tonga.\n\n{sentence}"
    found = _events("Minister for Foreign Affairs of Australia", "2023-06-04", text)
    met = [event for event in found if event["kind"] != "visit"]
    assert [(event["countries"], event["place"]["city"]) for event in met] == [(["AUS", "WSM"], "Apia")]


OWN_ORGANS = [
    ("The Government is in talks with Indonesia about fishing.", "talks"),
    ("The Federal Government has signed an agreement with Indonesia.", "agreement"),
    ("The Foreign Ministry summoned the Indonesian ambassador on Tuesday.", "summons"),
]


@pytest.mark.parametrize(("text", "kind"), OWN_ORGANS)
@pytest.mark.parametrize("publisher", ["The Australian", "Minister for Foreign Affairs, Australia"])
def test_an_organ_without_a_state_is_of_the_country_of_the_text(publisher: str, text: str, kind: str) -> None:
    (found,) = _events(publisher, "2017-05-10", text)
    assert (found["kind"], found["countries"]) == (kind, ["AUS", "IDN"])


def test_the_day_of_what_was_spoken_of_is_not_that_of_a_readout() -> None:
    text = (
        "Meeting with Prime Minister of Peru Rosa Quispe\n\n"
        "President Jaan Kask met with Prime Minister of Peru Rosa Quispe.\n\n"
        "During the talks Jaan Kask and Rosa Quispe praised the fisheries treaty of 1998.\n\n"
        "Jaan Kask and Rosa Quispe last met in Lima in May 2009."
    )
    found = _events("President of Estonia", "2015-09-10", text)
    held = [(event["date"], event["place"] and event["place"]["city"]) for event in found if event["kind"] == "meeting"]
    assert [date for date, city in held if city != "Lima"] == ["2015-09-10"]
    assert ("2009-05", "Lima") in held


def test_a_contact_of_before_has_the_place_and_the_day_that_it_is_known_by() -> None:
    text = (
        "Readout of President Kask's call with Prime Minister Quispe of Peru\n\n"
        "President Kask spoke today with Prime Minister Rosa Quispe of Peru. Building on the President's May 2009 visit"
        " to Lima, the leaders reviewed the fisheries treaty. They also discussed trade."
    )
    found = _events("President of Estonia", "2015-09-10", text)
    assert {(event["kind"], event["date"]) for event in found} == {("call", "2015-09-10"), ("visit", "2009-05")}


def test_the_seat_of_a_head_of_state_is_in_the_capital_where_no_other_head_takes_part() -> None:
    at_home = (
        "An envoy\n\nSwedish Foreign Minister Tobias Billstrom called on President Anura Silva at the Presidential"
        " Secretariat."
    )
    abroad = "A visit\n\nForeign Minister Vijitha Herath met Kenyan President James Otieno at State House."
    for body, place in ((at_home, {"city": "Colombo", "country_iso3": "LKA"}), (abroad, None)):
        (found,) = _events("Ministry of Foreign Affairs of Sri Lanka", "2024-10-07", body)
        assert (found["date"], found["place"]) == ("2024-10-07", place)


def test_a_journey_and_its_legs_have_their_days() -> None:
    text = (
        "Visit to Fiji and Samoa\n\nI will visit Fiji and Samoa from 10 to 14 June.\n\nIn Fiji, on 10-11 June, I will"
        " see reefs. I will be in Samoa from 12 to 14 June."
    )
    found = _events("Minister for Foreign Affairs, Australia", "2019-06-03", text)
    assert [(event["kind"], event["date"]) for event in found] == [
        ("visit", "2019-06-10/2019-06-11"),
        ("visit", "2019-06-12/2019-06-14"),
    ]


def test_a_line_with_the_date_of_a_release_says_which_day_it_was() -> None:
    text = "A meeting\n\n6 October 2024\n\nForeign Minister Vijitha Herath met Nepali Foreign Minister Hari Thapa."
    (found,) = _events("Ministry of Foreign Affairs of Sri Lanka", "2024-10-07", text)
    assert found["date"] == "2024-10-06"


def test_lines_of_a_list_name_the_envoys_and_their_states() -> None:
    text = (
        "Envoys\n\nThe President of Ghana, Ama Boateng, received letters of credence of the following envoys on"
        " 22 June:\n\nH.E. Mr. Said Farouk- Kingdom of Morocco\n\nH.E. Dr. Taras Bondar – Ukraine"
    )
    (found,) = _events("Ministry of Foreign Affairs of Ghana", "2018-06-25", text)
    named = {(one["name"], one["country_or_org"]) for one in found["participants"] if one.get("name")}
    assert named == {("Ama Boateng", "GHA"), ("Said Farouk", "MAR"), ("Taras Bondar", "UKR")}


def test_a_minister_is_no_other_whose_four_names_begin_and_end_like_his() -> None:
    text = "A visit to Uruguay\n\nMinister José Serra visited Uruguay on 5 July. Trade was discussed with his hosts."
    (found,) = _events("Ministry of Foreign Affairs of Brazil", "2016-08-17", text)
    assert (found["kind"], found["countries"]) == ("visit", ["BRA", "URY"])


def test_meetings_that_either_of_two_may_have_held_are_of_the_ministry() -> None:
    text = (
        "Ministry strengthens ties\n\nMinister for Law Mr Tan Wei met Peru's Minister of Justice Mr Luis Vega. Senior"
        " Minister of State Ms Lim Hui met Chad's Minister of Justice Abakar Idriss.\n\n4. Bilateral meetings were also"
        " held with Angola's Minister of Justice Francisco Neto and Jamaica's Minister of Justice Delroy Brown."
    )
    found = _events("Ministry of Law, Singapore", "2019-08-07", text)
    told = {tuple(event["countries"]): [one["name"] for one in event["participants"]] for event in found}
    assert told["AGO", "SGP"] == ["Francisco Neto"]
    assert told["JAM", "SGP"] == ["Delroy Brown"]


MET_AT_HOME = (
    "The Peruvian Foreign Minister will be received by Trade Minister Aila Nilsen and have a meeting with Ola Berg,"
    " Minister of Energy.",
    "The Peruvian Foreign Minister met Trade Minister Aila Nilsen. He had a meeting with Energy Minister Ola Berg.",
)


@pytest.mark.parametrize("body", MET_AT_HOME)
def test_those_whom_a_guest_meets_are_of_the_publisher(body: str) -> None:
    found = _events("Ministry of Foreign Affairs, Norway", "2016-11-11", f"Visit\n\n{body}")
    met = [{(one["name"], one["country_or_org"]) for one in event["participants"]} for event in found]
    assert met == [{(None, "PER"), ("Aila Nilsen", "NOR")}, {(None, "PER"), ("Ola Berg", "NOR")}]


def test_the_month_in_brackets_is_when_a_release_was_given_out() -> None:
    text = "Ministry summons Peruvian Ambassador [February 2026]\n\nThe Peruvian Ambassador was summoned today."
    (found,) = _events("Ministry of Foreign Affairs of Estonia", "2026-02-03", text)
    assert (found["kind"], found["date"]) == ("summons", "2026-02-03")


GUESTS = (
    "Chilean envoy Juan Quispe held talks with Foreign Minister Peter Otieno and also met Trade Minister Ann Wanjiru.",
    "Chilean envoy Juan Quispe came to Nairobi. The envoy held talks with Foreign Minister Peter Otieno and later met"
    " Trade Minister Ann Wanjiru.",
)


@pytest.mark.parametrize("body", GUESTS)
def test_whom_a_guest_meets_beside_our_minister_is_ours_too(body: str) -> None:
    found = _events("Ministry of Foreign Affairs, Kenya", "2015-02-08", f"A guest\n\n{body}")
    met = [one for one in found if one["kind"] == "meeting"]
    assert [one["countries"] for one in met] == [["CHL", "KEN"]]
    assert {one["name"] for one in met[0]["participants"]} == {"Juan Quispe", "Ann Wanjiru"}


def test_two_heads_of_government_without_a_state_are_ours_and_theirs() -> None:
    text = "A meeting\n\nThe Prime Minister and Taoiseach Leo Varadkar met at Parliament Buildings, Stormont, today."
    (found,) = _events("10 Downing Street", "2024-02-05", text)
    assert (found["countries"], found["date"]) == (["GBR", "IRL"], "2024-02-05")
