"""The publisher's settings: one for a site, with texts for each language."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import PublisherSettings, SiteCrisisResource, SiteDisclaimer

pytestmark = pytest.mark.django_db


@pytest.fixture
def site() -> Site:
    return factories.home().get_site()


@pytest.fixture
def british(site: Site) -> Locale:
    return Locale.objects.get(language_code="en-gb")


def url(site: Site) -> str:
    return reverse("wagtailsettings:edit", args=["pages", "publishersettings", site.pk])


def form(**filled_in: object) -> dict[str, str]:
    empty = {
        "publisher": "",
        "brands": "",
        "domains": "",
        "disclaimers": inline_formset([]),
        "crisis_resources": inline_formset([]),
    }
    return nested_form_data(empty | filled_in)


def test_edited_in_the_admin(site: Site, british: Locale, admin_client: Client) -> None:
    american = library.disclaimer("For the US")
    other = library.disclaimer("For the UK", locale=british)
    second, first = library.crisis_resource("Second"), library.crisis_resource("First")
    admin_client.post(
        url(site),
        form(
            publisher="Lark Health",
            brands="Lark Clinics\nLark Sleep",
            domains="lark.example",
            disclaimers=inline_formset([{"disclaimer": american.pk}, {"disclaimer": other.pk}]),
            crisis_resources=inline_formset(
                [{"crisis_resource": first.pk}, {"crisis_resource": second.pk}]
            ),
        ),
    )
    settings = PublisherSettings.for_site(site)
    assert (settings.publisher, settings.brands, settings.domains) == (
        "Lark Health",
        ["Lark Clinics", "Lark Sleep"],
        ["lark.example"],
    )
    assert settings.disclaimer_for(Locale.get_default()) == american
    assert settings.disclaimer_for(british) == other
    assert settings.crisis_resources_for(Locale.get_default()) == [first, second]
    assert settings.crisis_resources_for(british) == []


def test_a_domain_without_its_scheme(site: Site, admin_client: Client) -> None:
    response = admin_client.post(url(site), form(domains="https://lark.example/"))
    message = "“https://lark.example/” is not a domain name. Write it like health.example.org."
    assert message in response.content.decode()
    assert PublisherSettings.for_site(site).domains == []


def test_one_disclaimer_a_language(site: Site, admin_client: Client) -> None:
    chosen = [{"disclaimer": library.disclaimer(name).pk} for name in ("One", "Another")]
    response = admin_client.post(url(site), form(disclaimers=inline_formset(chosen)))
    message = "English (United States) already has a site-wide disclaimer."
    assert message in response.content.decode()
    assert not SiteDisclaimer.objects.exists()


def test_one_disclaimer_makes_way_for_another(site: Site, admin_client: Client) -> None:
    settings = PublisherSettings.for_site(site)
    old, new = library.disclaimer("Old"), library.disclaimer("New")
    row = SiteDisclaimer.objects.create(settings=settings, disclaimer=old)
    chosen = [{"id": row.pk, "disclaimer": old.pk, "DELETE": "1"}, {"disclaimer": new.pk}]
    admin_client.post(url(site), form(disclaimers=inline_formset(chosen, initial=1)))
    assert PublisherSettings.for_site(site).disclaimer_for(Locale.get_default()) == new


def test_only_with_permission(site: Site) -> None:
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create_user("writer", "writer@example.org", "a long password")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    response = client.post(url(site), form(publisher="Mine now"))
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert PublisherSettings.for_site(site).publisher == ""


def test_a_draft_stands_on_no_page(site: Site) -> None:
    """What is not live, or no longer, must not count as shown to readers."""
    settings = PublisherSettings.for_site(site)
    disclaimer, resource = library.disclaimer(), library.crisis_resource()
    SiteDisclaimer.objects.create(settings=settings, disclaimer=disclaimer)
    SiteCrisisResource.objects.create(settings=settings, crisis_resource=resource)
    locale = Locale.get_default()
    assert settings.disclaimer_for(locale) == disclaimer
    disclaimer.unpublish()
    resource.unpublish()
    assert settings.disclaimer_for(locale) is None
    assert settings.crisis_resources_for(locale) == []
