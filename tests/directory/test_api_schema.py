"""The API against its own description: schemathesis asks what openapi.json allows."""

import os

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings

from tests.factories.directory import community, directory_page, organisation, topic

pytestmark = pytest.mark.django_db
# `SCHEMA_EXAMPLES=500` for a long run.
EXAMPLES = int(os.environ.get("SCHEMA_EXAMPLES", "10"))
ASKING = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def test_answers_are_as_described(site, client):
    index = directory_page(site.home, slug="kopienas")
    community(index, slug="kazoki", topics=[topic()])
    organisation(index, slug="udensmalas")
    described = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())
    operations = [found.ok() for found in described.get_all_operations()]
    assert operations
    for operation in operations:

        @ASKING
        @given(case=operation.as_strategy())
        def asked(case):
            sent = requests.Request(**case.as_transport_kwargs(base_url="http://testserver/api/v1")).prepare()
            response = client.generic(sent.method, sent.path_url)
            stated = case.operation.definition.raw["responses"]
            assert str(response.status_code) in stated, (sent.path_url[:200], response.status_code)

        asked()
