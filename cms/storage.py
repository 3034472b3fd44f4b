"""Static files under names that carry the hash of their content, compressed beforehand."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Rewrites ES-module imports too; an import without its closing semicolon is silently skipped by Django."""

    support_js_module_import_aggregation = True
