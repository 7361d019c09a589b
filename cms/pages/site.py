"""The bare site: locales, one home page for each, and the site record that leads to them."""

import logging

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Locale, Page, Revision, Site

from cms.pages.models import HomePage

logger = logging.getLogger(__name__)


@transaction.atomic
def ensure_site() -> Site:
    """Make what is missing of locales, home pages and the default site, and return that site.

    Wagtail's own welcome page goes, if nobody has put anything below it. Whatever else is there
    stays as it is, so this may be called again and again.
    """
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    locale = Locale.get_default()
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    home = _home_of(site, locale)
    if site is None:
        site = Site(hostname="localhost", port=80, is_default_site=True)
    if site.root_page_id != home.pk:
        welcome = site.root_page if site.root_page_id else None
        site.root_page = home
        site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
        site.save()
        if welcome and welcome.specific_class is Page and welcome.depth > 1 and welcome.is_leaf():
            welcome.delete()
    for other in Locale.objects.exclude(pk=locale.pk):
        if not home.has_translation(other):
            translation = home.copy_for_translation(other)
            translation.slug = _slug(other)
            translation.save()
            _publish_if_allowed(translation.save_revision())
    # Read again, because a page remembers the sites it saw, and there was none at first.
    return Site.objects.select_related("root_page").get(pk=site.pk)


def _home_of(site: Site | None, locale: Locale) -> HomePage:
    """The home page in the default language: the site's, else any other, else a new one."""
    if site and isinstance(site.root_page.specific, HomePage):
        return site.root_page.specific
    home = HomePage.objects.filter(locale=locale).first()
    if home is None:
        root = Page.get_first_root_node() or Page.add_root(title="Root", locale=locale)
        home = root.add_child(instance=HomePage(title="Home", slug=_slug(locale), locale=locale))
    return home


def _publish_if_allowed(revision: Revision) -> None:
    """Leave a draft where the gate knows no rules for the language: an editor will be told so."""
    try:
        with transaction.atomic():
            revision.publish()
    except ValidationError:
        logger.warning("%s stays a draft: it may not go live yet.", revision.as_object())


def _slug(locale: Locale) -> str:
    """Home pages stand side by side, so each needs a slug of its own; no URL shows it."""
    return f"home-{locale.language_code}"
