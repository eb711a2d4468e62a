# the locale, category by category, and what localeconv gives
import locale


def change():
    locale.setlocale(locale.LC_NUMERIC, "C.UTF-8")
    locale._override_localeconv["thousands_sep"] = "'"


def state():
    return locale.setlocale(locale.LC_NUMERIC), locale.localeconv()["thousands_sep"]


SEPARATE = [locale, locale._override_localeconv]
