"""How static files are kept: compressed, and under names that change with what is in them."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = r"""(?P<matched>import(?P<names>\s[^;"']*)from\s*"(?P<url>\./[^"]+)";)"""
IMPORTED = 'import%(names)sfrom "%(url)s";'


class HashedModules(CompressedManifestStaticFilesStorage):
    """Our own modules name each other by hashed names, too; other people's scripts stay as is."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("quotesdb/review/*.js", ((IMPORT, IMPORTED),)),
    )
