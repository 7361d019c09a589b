from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.engine import Report
from lint.reporters import junit
from tests.lint.reporters.reports import HOSTILE, IN_A_FILE, REPORTS, document

EXPECTED = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="contentlint" tests="8" failures="1" errors="2" skipped="3">
  <testsuite name="guides/sleep.md" tests="5" failures="1" errors="0" skipped="2">
    <testcase classname="guides/sleep.md" name="missing-author-or-publisher">\
<system-out>warning: Nobody is named. Name somebody.</system-out></testcase>
    <testcase classname="guides/sleep.md" name="vague-link-text 7:12">\
<failure type="error" message="&quot;here&quot; says: nothing, 100% of the time.">\
&quot;here&quot; says: nothing, 100% of the time. Say where it leads.
The plan is here, if you want it.</failure></testcase>
    <testcase classname="guides/sleep.md" name="long-sentence 8:1">\
<system-out>info: This sentence has 21 words. Split it.
Words.</system-out></testcase>
    <testcase classname="guides/sleep.md" name="broken-link 3:1">\
<skipped message="Not checked: links are not checked offline"/></testcase>
    <testcase classname="guides/sleep.md" name="broken-link 4:1">\
<skipped message="Not checked: links are not checked offline"/></testcase>
  </testsuite>
  <testsuite name="naps.json" tests="2" failures="0" errors="1" skipped="1">
    <testcase classname="naps.json" name="promised-link-missing body[2].value">\
<skipped message="Accepted: the guide is printed"/></testcase>
    <testcase classname="naps.json" name="unknown-block-type body[4]">\
<error type="unknown-block-type" message="There is no block type &quot;quiz&quot;."/></testcase>
  </testsuite>
  <testsuite name="old.txt" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="old.txt" name="bad-encoding">\
<error type="bad-encoding" message="Byte 7 is no UTF-8."/></testcase>
  </testsuite>
</testsuites>
"""
CLEAN = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="contentlint" tests="1" failures="0" errors="0" skipped="0">
  <testsuite name="a.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="a.md" name="contentlint"/>
  </testsuite>
</testsuites>
"""


def test_an_error_is_a_test_that_failed() -> None:
    assert junit.render(REPORTS) == EXPECTED


def test_a_clean_document_is_a_test_that_passed() -> None:
    assert junit.render([Report(document("a.md", "A"))]) == CLEAN


def test_hostile_words_stay_words() -> None:
    suite = ElementTree.fromstring(junit.render(HOSTILE).encode())[0]  # noqa: S314
    failure = suite[0][0]
    assert suite.attrib["name"] == "odd/100% <b>,\n::error::.md"
    assert (failure.tag, failure.attrib, failure.text, len(failure)) == (
        "failure",
        {
            "type": "error",
            "message": 'x]]>\r\n::set-env name=PATH::/evil <img src=x onerror="alert(1)">',
        },
        'x]]>\n::set-env name=PATH::/evil <img src=x onerror="alert(1)">'
        " 100%25 \ufffd\ufffd[31m \ufffd 'quoted'\n"
        "Say <b>&amp;\ufffd javascript:alert(1) \u202eback",
        0,
    )


@given(words=st.text(st.characters()), name=st.text(st.characters()))
@pytest.mark.filterwarnings("error")
def test_any_characters_are_valid_xml(words: str, name: str) -> None:
    finding = replace(IN_A_FILE, message=words, advice=words, context=words, suppressed=None)
    reports = [
        Report(document(name, words), findings=(finding, replace(finding, suppressed=words)))
    ]
    ElementTree.fromstring(junit.render(reports).encode("utf-8"))  # noqa: S314
