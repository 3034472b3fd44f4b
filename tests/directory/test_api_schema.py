"""The API against its own description: schemathesis asks what openapi.json allows, and what it does not."""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case

from cms.wsgi import application
from tests.factories.directory import community, directory_page, organisation, topic

pytestmark = pytest.mark.django_db
# `SCHEMA_EXAMPLES=500` for a long run.
EXAMPLES = int(os.environ.get("SCHEMA_EXAMPLES", "15"))


@pytest.fixture
def described(site):
    index = directory_page(site.home, slug="kopienas")
    community(index, slug="kazoki", topics=[topic()])
    organisation(index, slug="udensmalas")
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_answers_are_as_described(case: Case):
    response = case.call(headers={"Host": "platforma.test"})
    assert response.status_code < 500
    case.validate_response(response, checks=[schemathesis.checks.not_a_server_error])
