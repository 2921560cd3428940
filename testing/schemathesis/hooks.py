"""What the API document cannot say: which flights and models there are, what is in a file, and that nobody wants to wait."""

import re

import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.transport.serialization import Binary

CSV = "clean_text,Carrier,FlightNum,FlightDate,Origin,Dest,DepDelay\nwords,AA,1,2013-07-04,JFK,LAX,5\n"

POSSIBLE = {
    "Origin": "JFK",
    "Dest": "LAX",
    "FlightDate": "2013-07-04",
    "clean_text": "words",
    "model": "sentiment",
    "file": Binary(CSV.encode()),
}


@schemathesis.hook
def before_call(context, case, kwargs):
    # Where an answer leads is an address of its own.
    kwargs["allow_redirects"] = False
    if case.meta is not None and case.meta.generation.mode.is_positive:
        make_possible(case)
    if any(parameter.name == "wait" for parameter in case.operation.query):
        wait = case.query.get("wait") or "30s"
        if isinstance(wait, str) and re.fullmatch("[0-9]{1,6}m?s", wait):
            case.query["wait"] = "1ms"


def make_possible(case):
    """What the document allows becomes what the server can take."""
    if case.media_type == "text/csv":
        put_body(case, CSV)
    elif isinstance(case.body, dict):
        put_body(case, case.body | {name: value for name, value in POSSIBLE.items() if name in case.body})


def put_body(case, body):
    # An assignment would have it looked at again, and a body with a file in it then be taken for a wrong one.
    meta = case.meta
    object.__setattr__(case, "body", body)
    meta.update_validated_hash(ParameterLocation.BODY, case._hash_container(body))
