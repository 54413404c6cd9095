"""metamodel.py: checks LSP messages against lsp-metaModel.json, the protocol's own machine-readable model.

The model is not part of the repository. Model.find() looks for it beside the checkout (../shared/spec
and ../../shared/spec) and in $LSP_METAMODEL; where it is not there, Model.find() gives None and the
tests say that messages went unvalidated.
"""
import json
import os

INT_MIN, INT_MAX = -2**31, 2**31 - 1


class Invalid(Exception):
    """A message is not what the model says; the text says where and how."""


def fail(where, what, value=None):
    shown = "" if value is None else ": " + json.dumps(value)[:200]
    raise Invalid(f"{where}: {what}{shown}")


def is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


class Model:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            model = json.load(file)
        self.version = model["metaData"]["version"]
        self.requests = {r["method"]: r for r in model["requests"]}
        self.notifications = {n["method"]: n for n in model["notifications"]}
        self.structures = {s["name"]: s for s in model["structures"]}
        self.enumerations = {e["name"]: e for e in model["enumerations"]}
        self.aliases = {a["name"]: a for a in model["typeAliases"]}
        self.property_cache = {}

    @staticmethod
    def find(source_dir):
        places = [os.environ.get("LSP_METAMODEL", "")]
        for up in ("..", "../.."):
            places.append(os.path.join(source_dir, up, "shared/spec/lsp-metaModel.json"))
        for place in places:
            if place and os.path.exists(place):
                return Model(place)
        return None

    # ---- types --------------------------------------------------------------------------------

    def properties(self, name):
        """All properties of a structure, its parents' and mixins' too."""
        if name not in self.property_cache:
            structure = self.structures[name]
            found = {}
            for parent in structure.get("extends", []) + structure.get("mixins", []):
                found.update(self.properties(parent["name"]))
            found.update({p["name"]: p for p in structure["properties"]})
            self.property_cache[name] = found
        return self.property_cache[name]

    def check(self, kind, value, where):
        getattr(self, "check_" + kind["kind"])(kind, value, where)

    def check_base(self, kind, value, where):
        name = kind["name"]
        good = {
            "string": lambda: isinstance(value, str),
            "URI": lambda: isinstance(value, str),
            "DocumentUri": lambda: isinstance(value, str) and ":" in value,
            "boolean": lambda: isinstance(value, bool),
            "null": lambda: value is None,
            "integer": lambda: is_int(value) and INT_MIN <= value <= INT_MAX,
            "uinteger": lambda: is_int(value) and 0 <= value <= INT_MAX,
            "decimal": lambda: is_int(value) or isinstance(value, float),
            "RegExp": lambda: isinstance(value, str),
        }[name]()
        if not good:
            fail(where, f"is no {name}", value)

    def check_reference(self, kind, value, where):
        name = kind["name"]
        if name in ("LSPAny", "LSPObject", "LSPArray"):
            return
        if name in self.aliases:
            self.check(self.aliases[name]["type"], value, where)
        elif name in self.enumerations:
            self.check_enumeration(self.enumerations[name], value, where)
        else:
            self.check_object(self.properties(name), value, f"{where}({name})")

    def check_enumeration(self, enumeration, value, where):
        self.check(enumeration["type"], value, where)
        known = [v["value"] for v in enumeration["values"]]
        if value not in known and not enumeration.get("supportsCustomValues"):
            fail(where, f"is no {enumeration['name']}", value)

    def check_object(self, properties, value, where):
        if not isinstance(value, dict):
            fail(where, "is no object", value)
        for name, declared in properties.items():
            if name in value:
                self.check(declared["type"], value[name], f"{where}.{name}")
            elif not declared.get("optional"):
                fail(where, f"lacks {name}", value)
        for name in value:
            if name not in properties:
                fail(where, f"has an unknown property {name}", value)

    def check_literal(self, kind, value, where):
        self.check_object({p["name"]: p for p in kind["value"]["properties"]}, value, where)

    def check_stringLiteral(self, kind, value, where):
        if value != kind["value"]:
            fail(where, f"is not {kind['value']!r}", value)

    def check_array(self, kind, value, where):
        if not isinstance(value, list):
            fail(where, "is no array", value)
        for index, element in enumerate(value):
            self.check(kind["element"], element, f"{where}[{index}]")

    def check_tuple(self, kind, value, where):
        if not isinstance(value, list) or len(value) != len(kind["items"]):
            fail(where, f"is no tuple of {len(kind['items'])}", value)
        for index, item in enumerate(kind["items"]):
            self.check(item, value[index], f"{where}[{index}]")

    def check_map(self, kind, value, where):
        if not isinstance(value, dict):
            fail(where, "is no map", value)
        for key, element in value.items():
            self.check(kind["key"], key, f"{where} key")
            self.check(kind["value"], element, f"{where}[{key}]")

    def check_and(self, kind, value, where):
        for item in kind["items"]:
            self.check(item, value, where)

    def check_or(self, kind, value, where):
        reasons = []
        for item in kind["items"]:
            try:
                self.check(item, value, where)
                return
            except Invalid as reason:
                reasons.append(str(reason))
        fail(where, "fits none of: " + " | ".join(reasons))

    # ---- messages -----------------------------------------------------------------------------

    def check_params(self, declared, message, where):
        if "params" in declared:
            if "params" not in message:
                fail(where, "lacks params")
            self.check(declared["params"], message["params"], where + ".params")
        elif message.get("params") is not None:
            fail(where, "has params where there are none", message["params"])

    def check_call(self, message, directions):
        """A request or notification; directions: who may send it."""
        method = message["method"]
        table = self.requests if "id" in message else self.notifications
        if method not in table:
            fail(method, "is no " + ("request" if "id" in message else "notification"))
        declared = table[method]
        if declared["messageDirection"] not in directions:
            fail(method, "goes the other way")
        self.check_params(declared, message, method)

    def check_response(self, message, method):
        """`method` is what was asked; None for an answer to nothing (id null)."""
        if ("result" in message) == ("error" in message):
            fail(str(method), "has not just one of result and error", message)
        if "error" in message:
            error = message["error"]
            if not isinstance(error, dict) or not is_int(error.get("code")) \
                    or not isinstance(error.get("message"), str) \
                    or not set(error) <= {"code", "message", "data"}:
                fail(str(method), "has a wrong error", error)
        elif method is None:
            fail("response", "is a result to nothing", message)
        elif method in self.requests:
            self.check(self.requests[method]["result"], message["result"], method + ".result")


def check_envelope(message):
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        fail("message", "is no JSON-RPC 2.0", message)
    extra = set(message) - {"jsonrpc", "id", "method", "params", "result", "error"}
    if extra:
        fail("message", f"has unknown properties {sorted(extra)}", message)
    if "method" in message and not isinstance(message["method"], str):
        fail("message", "has a method that is no string", message)
    if "id" in message and not (message["id"] is None and "method" not in message) \
            and not is_int(message["id"]) and not isinstance(message["id"], str):
        fail("message", "has a wrong id", message)
