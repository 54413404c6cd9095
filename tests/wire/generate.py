"""generate.py: values of any type of the LSP model: right ones at random, and right ones made wrong."""
import copy

DEEP = 7  # from here on only what must be there

# What a property that may hold any value, or any object, holds.
ANY = (None, True, 0, -1, 2 ** 40, 0.5, "x", "é🚢", [], {}, [1, [2]], {"a": {"b": None}})
# What stands in a wrong place.
JUNK = ANY + (2 ** 70, -2 ** 31, 1e308, "\0", "x" * 3000, [[[[[[]]]]]], {"uri": 5}, "%zz")


class Generator:
    """`pools` gives values of one's own: name of a type, or of a property, to a function without
    arguments."""

    def __init__(self, model, random, pools=None, often=0.5):
        self.model, self.random, self.pools, self.often = model, random, pools or {}, often

    def value(self, kind, depth=0):
        return getattr(self, "of_" + kind["kind"])(kind, depth)

    def params(self, declared):
        """Of a request or notification of the model; None where it has none."""
        return self.value(declared["params"]) if "params" in declared else None

    def of_base(self, kind, depth):
        name = kind["name"]
        if name in self.pools:
            return self.pools[name]()
        return {"string": lambda: self.random.choice(("", "x", "plan", "é🚢", "a b\nc")),
                "RegExp": lambda: ".*", "URI": lambda: "file:///x",
                "DocumentUri": lambda: "file:///x.md",
                "boolean": lambda: self.random.random() < 0.5, "null": lambda: None,
                "integer": lambda: self.random.choice((0, 1, -1, 2 ** 31 - 1, -2 ** 31)),
                "uinteger": lambda: self.random.choice((0, 1, 7, 2 ** 31 - 1)),
                "decimal": lambda: self.random.choice((0, 0.5, 1))}[name]()

    def of_reference(self, kind, depth):
        name = kind["name"]
        if name in self.pools:
            return self.pools[name]()
        if name in ("LSPAny", "LSPObject", "LSPArray"):
            some = {"LSPObject": dict, "LSPArray": list}.get(name, object)
            return copy.deepcopy(self.random.choice([v for v in ANY if isinstance(v, some)]))
        if name in self.model.aliases:
            return self.value(self.model.aliases[name]["type"], depth)
        if name in self.model.enumerations:
            return self.random.choice(self.model.enumerations[name]["values"])["value"]
        return self.object(self.model.properties(name), depth)

    def object(self, properties, depth):
        made = {}
        for name, declared in properties.items():
            if declared.get("optional") and (depth >= DEEP or self.random.random() >= self.often):
                continue
            made[name] = self.property(name, declared["type"], depth + 1)
        return made

    def property(self, name, kind, depth):
        if name in self.pools and not self.is_object(kind):
            return self.pools[name]()
        return self.value(kind, depth)

    def is_object(self, kind):
        return kind["kind"] == "literal" or \
            kind["kind"] == "reference" and kind["name"] in self.model.structures

    def of_literal(self, kind, depth):
        return self.object({p["name"]: p for p in kind["value"]["properties"]}, depth)

    def of_stringLiteral(self, kind, depth):
        return kind["value"]

    def of_array(self, kind, depth):
        count = 0 if depth >= DEEP else self.random.choice((0, 1, 1, 2, 3))
        return [self.value(kind["element"], depth + 1) for _ in range(count)]

    def of_tuple(self, kind, depth):
        return [self.value(item, depth + 1) for item in kind["items"]]

    def of_map(self, kind, depth):
        return {self.value(kind["key"], depth + 1): self.value(kind["value"], depth + 1)
                for _ in range(0 if depth >= DEEP else self.random.randrange(3))}

    def of_or(self, kind, depth):
        return self.value(self.random.choice(kind["items"]), depth)

    def of_and(self, kind, depth):
        made = {}
        for item in kind["items"]:
            made.update(self.value(item, depth))
        return made

    # ---- wrong ones ---------------------------------------------------------------------------

    def places(self, value):
        """(container, key) of everything in a value."""
        found, left = [], [value]
        while left:
            one = left.pop()
            if isinstance(one, (dict, list)):
                keys = list(one) if isinstance(one, dict) else range(len(one))
                found += [(one, key) for key in keys]
                left += [one[key] for key in keys]
        return found

    def spoiled(self, value):
        """A copy with something missing, of another type, or beyond all measure."""
        value = copy.deepcopy(value)
        for _ in range(self.random.choice((1, 1, 1, 2, 4))):
            places = self.places(value)
            if not places or self.random.random() < 0.03:
                return copy.deepcopy(self.random.choice(JUNK))
            container, key = self.random.choice(places)
            if isinstance(container, dict) and self.random.random() < 0.35:
                del container[key]
            else:
                container[key] = copy.deepcopy(self.random.choice(JUNK))
        return value


class Fullest(Generator):
    """Everything there is, once: for a client that announces all."""

    def object(self, properties, depth):
        return {name: self.property(name, declared["type"], depth + 1)
                for name, declared in properties.items() if name != "experimental"}

    def of_base(self, kind, depth):
        return True if kind["name"] == "boolean" else super().of_base(kind, depth)

    def of_or(self, kind, depth):
        """The richest of the choices: an object before a boolean."""
        rich = [k for k in kind["items"] if k["kind"] in ("literal", "reference")]
        return self.value((rich or kind["items"])[-1], depth)

    def of_array(self, kind, depth):
        name = kind["element"].get("name")
        if name in self.model.enumerations:
            return [v["value"] for v in self.model.enumerations[name]["values"]]
        return super().of_array(kind, depth)
