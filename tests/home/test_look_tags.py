"""Dates and money as people write them; icons and data blocks that are safe in a page."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from home.templatetags import look_tags
from home.templatetags.look_tags import full_range, money, nice_date, nice_datetime, nice_range, nice_time

RIGA = ZoneInfo("Europe/Riga")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def day(month: int, number: int, year: int | None = None) -> datetime.date:
    return datetime.date(year or timezone.localdate().year, month, number)


def moment(month: int, number: int, hour: int, minute: int = 0, year: int | None = None) -> datetime.datetime:
    return datetime.datetime(year or timezone.localdate().year, month, number, hour, minute, tzinfo=RIGA)


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("lv", day(12, 15), "15. decembris"),
        ("en", day(12, 15), "15 December"),
        ("lv", day(12, 15, 2022), "2022. gada 15. decembris"),
        ("en", day(12, 15, 2022), "15 December 2022"),
        ("lv", None, ""),
    ],
)
def test_nice_date_says_the_year_only_when_it_is_another(language, value, expected):
    with translation.override(language):
        assert plain(nice_date(value)) == expected


def test_nice_date_on_request_always_says_the_year():
    with translation.override("en"):
        assert plain(nice_date(day(3, 1), "always")) == f"1 March {timezone.localdate().year}"


def test_dates_do_not_break_between_number_and_month():
    with translation.override("lv"):
        assert nice_date(day(12, 15)) == "15.\u00a0decembris"


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("lv", moment(12, 15, 18), "15. decembris, plkst. 18.00"),
        ("en", moment(12, 15, 18), "15 December, 18:00"),
        ("lv", moment(12, 15, 9, 5), "15. decembris, plkst. 9.05"),
        ("en", moment(12, 15, 9, 5), "15 December, 09:05"),
        ("lv", moment(12, 15, 0), "15. decembris"),
        ("en", moment(12, 15, 0), "15 December"),
        ("lv", None, ""),
    ],
)
def test_nice_datetime_never_writes_midnight_as_an_hour(language, value, expected):
    with translation.override(language):
        assert plain(nice_datetime(value)) == expected


@pytest.mark.parametrize(
    ("moment_utc", "expected"),
    [
        (datetime.datetime(2022, 7, 1, 15, 0, tzinfo=datetime.UTC), "plkst. 18.00"),
        (datetime.datetime(2022, 12, 1, 15, 0, tzinfo=datetime.UTC), "plkst. 17.00"),
    ],
)
def test_times_are_told_in_riga_on_both_sides_of_the_clock_change(moment_utc, expected):
    with translation.override("lv"):
        assert plain(nice_time(moment_utc)) == expected


@pytest.mark.parametrize(
    ("language", "first", "last", "expected"),
    [
        ("lv", day(12, 15), day(12, 17), "15.–17. decembris"),
        ("en", day(12, 15), day(12, 17), "15–17 December"),
        ("lv", day(12, 15), day(12, 15), "15. decembris"),
        ("lv", day(12, 15), None, "15. decembris"),
        ("lv", None, day(12, 15), "15. decembris"),
        ("lv", None, None, ""),
        ("lv", day(12, 17), day(12, 15), "15.–17. decembris"),
        ("lv", day(11, 30), day(12, 2), "30. novembris – 2. decembris"),
        ("en", day(11, 30), day(12, 2), "30 November – 2 December"),
        ("lv", day(12, 15, 2022), day(12, 17, 2022), "2022. gada 15.–17. decembris"),
        ("en", day(12, 15, 2022), day(12, 17, 2022), "15–17 December 2022"),
        ("lv", day(11, 30, 2022), day(12, 2, 2022), "2022. gada 30. novembris – 2. decembris"),
        ("en", day(11, 30, 2022), day(12, 2, 2022), "30 November – 2 December 2022"),
        ("lv", day(9, 1, 2022), day(8, 31, 2023), "2022. gada 1. septembris – 2023. gada 31. augusts"),
        ("en", day(9, 1, 2022), day(8, 31, 2023), "1 September 2022 – 31 August 2023"),
        ("lv", moment(12, 15, 18), moment(12, 15, 20, 30), "15. decembris, plkst. 18.00–20.30"),
        ("en", moment(12, 15, 18), moment(12, 15, 20, 30), "15 December, 18:00–20:30"),
        ("lv", moment(12, 15, 18), moment(12, 15, 18), "15. decembris, plkst. 18.00"),
        ("lv", moment(12, 15, 0), moment(12, 15, 23, 59), "15. decembris"),
    ],
)
def test_nice_range_never_repeats_what_is_the_same(language, first, last, expected):
    with translation.override(language):
        assert plain(nice_range(first, last)) == expected


def test_nice_range_of_moments_over_midnight_goes_by_the_days_of_riga():
    late = datetime.datetime(2022, 7, 1, 20, 30, tzinfo=datetime.UTC)  # 23.30 in Riga
    later = datetime.datetime(2022, 7, 1, 22, 0, tzinfo=datetime.UTC)  # 1.00 of the next day
    with translation.override("lv"):
        assert plain(nice_range(late, later)) == "2022. gada 1.–2. jūlijs"


def test_full_range_says_the_year_once():
    year = timezone.localdate().year
    with translation.override("lv"):
        assert plain(full_range(day(1, 2), day(3, 4))) == f"{year}. gada 2. janvāris – 4. marts"


@pytest.mark.parametrize(
    ("language", "amount", "expected"),
    [
        ("lv", "19998.58", "19 998,58 €"),
        ("en", "19998.58", "€19,998.58"),
        ("lv", 30000, "30 000 €"),
        ("en", 1234567, "€1,234,567"),
        ("lv", "0.5", "0,50 €"),
        ("lv", 0, "0 €"),
        ("en", "-12.5", "-€12.50"),
        ("lv", None, ""),
    ],
)
def test_money_is_written_as_the_language_writes_it(language, amount, expected):
    with translation.override(language):
        assert plain(money(amount)) == expected


def test_icon_is_hidden_from_listeners_and_drawn_inline():
    html = look_tags.icon("search")
    assert 'aria-hidden="true"' in html
    assert "<circle" in html


def test_icon_unknown_name_is_an_error():
    with pytest.raises(FileNotFoundError):
        look_tags.icon("no-such-icon")


def test_json_ld_text_cannot_end_the_block():
    html = look_tags.json_ld([{"name": "</script><script>alert(1)</script> & more"}])
    assert html.count("</script>") == 1
    assert "&" not in html


def test_lang_of_marks_only_a_fallback():
    class Words(str):
        language = "lv"

    with translation.override("en"):
        assert look_tags.lang_of(Words("Valde")) == ' lang="lv"'
    with translation.override("lv"):
        assert look_tags.lang_of(Words("Valde")) == ""
