"""Enumerations.

The class body runs in an EnumDict, which tells members from other attributes. Each member's value becomes a _Pending in the
class's namespace; when the class exists, its __set_name__ makes the member, before __init_subclass__ sees the class.
"""

import sys
from functools import MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr",
    "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
    "pickle_by_global_name", "pickle_by_enum_name"]

# Set once their classes exist; until then the metaclass does without.
Enum = Flag = EJECT = ReprEnum = None

_builtin_property = property
_builtin_bin = bin


class nonmember:
    """Keeps what it wraps from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes what it wraps a member."""

    def __init__(self, value):
        self.value = value


class _not_given:
    def __repr__(self):
        return "<not given>"


class _auto_null:
    def __repr__(self):
        return "_auto_null"


_not_given = _not_given()
_auto_null = _auto_null()


class auto:
    """Stands for a value that _generate_next_value_ finds."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and (name[-1] != "_" or name[-2] != "_")


def _is_inner_class(cls_name, obj):
    """True for a class that the body of `cls_name` defines."""
    if not isinstance(obj, type):
        return False
    qualname = getattr(obj, "__qualname__", "")
    return qualname == f"{cls_name}.{obj.__name__}" or qualname.endswith(f".{cls_name}.{obj.__name__}")


def _is_single_bit(number):
    return number != 0 and number & (number - 1) == 0


def bin(num, max_bits=None):
    """Like the builtin, with a sign bit in front: bin(10) is '0b0 1010', bin(~10) is '0b1 0101'."""
    limit = 1 << num.bit_length()
    if num >= 0:
        text = _builtin_bin(num + limit)
        text = text[:2] + "0 " + text[3:]
        fill = "0"
    else:
        text = _builtin_bin(~num ^ (limit - 1) + limit)
        text = text[:2] + "1 " + text[3:]
        fill = "1"
    sign, digits = text[:4], text[4:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (fill * max_bits + digits)[-max_bits:]
    return sign + digits


class property:
    """A property of members that may share its name with a member: reading it on the class gives that member."""

    member = None
    _attr_type = None
    _cls_type = None
    overwrite_doc = False
    name = None
    clsname = None

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            pass
        raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

    def getter(self, fget):
        doc = fget.__doc__ if self.overwrite_doc else None
        return self._like(fget, self.fset, self.fdel, doc or self.__doc__)

    def setter(self, fset):
        return self._like(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return self._like(self.fget, self.fset, fdel, self.__doc__)

    def _like(self, fget, fset, fdel, doc):
        made = type(self)(fget, fset, fdel, doc)
        made.overwrite_doc = self.overwrite_doc
        return made


_SUNDERS = frozenset((
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
    "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_use_args_"))


class EnumDict(dict):
    """The namespace of an enumeration's body: keeps the names of the members in order, and refuses to define one twice."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SUNDERS:
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        elif self._cls_name is not None and _is_inner_class(self._cls_name, value):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._without_auto(key, value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _without_auto(self, key, value):
        """The value with each auto() in it found; what comes of those, or else the value, counts for the next auto()."""
        if isinstance(value, auto):
            return self._value_of(key, value)
        if not isinstance(value, tuple) or not any(isinstance(item, auto) for item in value):
            self._last_values.append(value)
            return value
        items = [self._value_of(key, item) if isinstance(item, auto) else item for item in value]
        try:
            return type(value)(items)
        except TypeError:
            return type(value)(*items)

    def _value_of(self, key, value):
        if value.value is _auto_null:
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        self._auto_called = True
        self._last_values.append(value.value)
        return value.value

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        for name in members.keys() if hasattr(members, "keys") else ():
            self[name] = members[name]
        if not hasattr(members, "keys"):
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value


class _Pending:
    """A member to be."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        single = True
        if Flag is not None and issubclass(cls, Flag):
            single = isinstance(value, int) and _is_single_bit(value)
            if isinstance(value, int):
                cls._flag_mask_ |= value
                if single:
                    cls._singles_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        alias = _with_value(cls, value)
        if alias is not None:
            made = alias
        elif single:
            cls._member_names_.append(name)
        cls._add_member_(name, made)
        try:
            cls._value2member_map_.setdefault(value, made)
            if value not in cls._hashable_values_:
                cls._hashable_values_.append(value)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(name, []).append(value)


def _with_value(cls, value):
    """The member that has this value already, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for name in cls._member_map_:
            if cls._member_map_[name]._value_ == value:
                return cls._member_map_[name]
    return None


_FLAG_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = classdict._member_names
        ignored = classdict.setdefault("_ignore_", [])
        for key in [*ignored, "_ignore_"]:
            classdict.pop(key, None)
            names.pop(key, None)
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(name) for name in invalid])}")
        order = classdict.pop("_order_", None)
        generate = classdict.get("_generate_next_value_")
        if generate is not None and type(generate) is not staticmethod:
            dict.__setitem__(classdict, "_generate_next_value_", staticmethod(generate))

        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        put = super(EnumDict, classdict).__setitem__
        for name in names:
            put(name, _Pending(classdict[name]))
        put("_new_member_", new)
        put("_use_args_", use_args)
        put("_member_names_", [])
        put("_member_map_", {})
        put("_value2member_map_", {})
        put("_hashable_values_", [])
        put("_unhashable_values_", [])
        put("_unhashable_values_map_", {})
        put("_member_type_", member_type)
        put("_value_repr_", metacls._find_data_repr_(cls, bases))
        is_flag = Flag is not None and any(issubclass(base, Flag) for base in bases)
        if is_flag or first_enum is None and cls == "Flag":
            put("_boundary_", boundary or getattr(first_enum, "_boundary_", None))
            put("_flag_mask_", 0)
            put("_singles_mask_", 0)
            put("_all_bits_", 0)
            put("_inverted_", None)
        elif boundary is not None:
            put("_boundary_", boundary)
        # What the namespace's order is after a class of CPython's: pending members come last.
        for name in names:
            put(name, classdict.pop(name))
        try:
            made = super().__new__(metacls, cls, bases, classdict, **kwds)
        except Exception as error:
            # The note that names __set_name__ is about a _Pending, which nobody knows.
            if hasattr(error, "__notes__"):
                del error.__notes__
            raise
        _finish(made, classdict, first_enum, member_type, new, save_new)
        if is_flag:
            _finish_flag(made, classdict, boundary)
        if order is not None:
            _check_order(made, order, is_flag)
        return made

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """A member by its value; or, for an enumeration without members, a new one."""
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(class_name=value, names=None if names is _not_given else names, module=module, qualname=qualname,
                            type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if Flag is not None and issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        return value in cls._unhashable_values_ or value in cls._hashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__",
                 "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            plain, names, last = names, [], []
            for count, name in enumerate(plain):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                classdict[item] = names[item]
            else:
                name, value = item
                classdict[name] = value
        if module is None:
            from _prelude import caller
            where = caller()
            module = where[0].get("__name__") if where else None
        if module is None:
            _make_class_unpicklable(classdict)
        else:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        module_globals = sys.modules[module].__dict__
        source = source.__dict__ if source else module_globals
        members = [(key, source[key]) for key in source if filter(key)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])
        made = cls(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            module_globals.update(made.__members__)
        module_globals[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the members' values, and the first enumeration among the bases."""
        if not bases:
            return object, None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    if "__dataclass_fields__" in base.__dict__ and base.__dict__["__dataclass_params__"].repr:
                        return _dataclass_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = {}
        seen = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                seen.add(base)
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found[base._member_type_] = None
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found[candidate or base] = None
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return next(iter(found)) if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes members; whether the class defined it itself; whether it takes the value's parts."""
        new = classdict.get("__new__")
        save_new = first_enum is not None and new is not None
        if new is None:
            for name in ("__new_member__", "__new__"):
                for owner in (member_type, first_enum):
                    found = getattr(owner, name, None)
                    if found not in (None, None.__new__, object.__new__, getattr(Enum, "__new__", None)):
                        new = found
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = not (first_enum is None or new in (getattr(Enum, "__new__", None), object.__new__))
        return new, save_new, use_args

    def _add_member_(cls, name, member):
        """Puts a member under a name, beside a property of the same name where a base has one."""
        known = cls._member_map_.get(name)
        if known is not None and known is not member:
            raise NameError(f"{name!r} is already bound: {known!r}")
        descriptor = kind = cls_type = None
        for base in cls.__mro__[1:]:
            attr = base.__dict__.get(name)
            if attr is not None:
                if isinstance(attr, (property, _class_attribute_type())):
                    descriptor, kind = attr, "enum"
                    break
                if _is_descriptor(attr):
                    if descriptor is None:
                        descriptor, kind, cls_type = attr, "desc", base
                elif descriptor is None:
                    descriptor, kind, cls_type = attr, "attr", base
        if descriptor is not None:
            redirect = property.__new__(property)
            redirect.fget = getattr(descriptor, "fget", None)
            redirect.fset = getattr(descriptor, "fset", None)
            redirect.fdel = getattr(descriptor, "fdel", None)
            redirect.__doc__ = getattr(descriptor, "__doc__", None)
            redirect.member = member
            redirect._attr_type = kind
            redirect._cls_type = cls_type
            redirect.__set_name__(cls, name)
            super(EnumType, cls).__setattr__(name, redirect)
        else:
            super(EnumType, cls).__setattr__(name, member)
        cls._member_map_[name] = member


EnumMeta = EnumType
_EnumDict = EnumDict


def _class_attribute_type():
    module = sys.modules.get("types")
    return module.DynamicClassAttribute if module is not None else property


def _finish(cls, classdict, first_enum, member_type, new, save_new):
    """Gives a new enumeration the methods that its members have as such, where neither it nor its mixins have their own."""
    names = ["__repr__", "__str__", "__format__", "__reduce_ex__"]
    if ReprEnum is not None and ReprEnum in cls.__bases__:
        # Its members print as their values do.
        names = ["__repr__", "__reduce_ex__"]
        if "__format__" not in classdict:
            cls.__format__ = member_type.__format__
        if "__str__" not in classdict:
            method = member_type.__str__
            cls.__str__ = member_type.__repr__ if method is object.__str__ else method
    for name in names:
        if name not in classdict:
            inherited = getattr(first_enum, name, None)
            found = getattr(cls, name)
            if first_enum is not None and found in (getattr(member_type, name), getattr(object, name)):
                setattr(cls, name, inherited)
    if Flag is not None and issubclass(cls, Flag):
        for name in _FLAG_OPERATORS:
            if name not in classdict:
                setattr(cls, name, getattr(Flag, name))
    if Enum is not None:
        if save_new:
            cls.__new_member__ = new
        cls.__new__ = Enum.__new__


def _finish_flag(cls, classdict, boundary):
    cls._boundary_ = boundary or cls._boundary_ or STRICT
    mask = cls._flag_mask_
    if mask < 0:
        # Only members with negative values make it so; the others decide what bits there are.
        mask = 0
        for value in [m._value_ for m in cls._member_map_.values()]:
            if isinstance(value, int) and value >= 0:
                mask |= value
        cls._flag_mask_ = mask
        cls._all_bits_ = 2 ** mask.bit_length() - 1
    values = [m._value_ for m in cls]
    if values != sorted(values):
        cls._iter_member_ = cls._iter_member_by_def_


def _check_order(cls, order, is_flag):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    members = cls._member_map_
    if is_flag:
        order = [name for name in order if name not in members or _is_single_bit(members[name]._value_)]
        actual = cls._member_names_
    else:
        # Aliases may stand in it.
        order = [name for name in order
                 if name not in members or name == members[name].name]
        actual = [name for name in cls._member_names_]
    if order != actual:
        raise TypeError(f"member order does not match _order_:\n  {actual!r}\n  {order!r}")


def _make_class_unpicklable(obj):
    def _break_on_call_reduce(self, proto):
        raise TypeError(f"{self!r} cannot be pickled")

    if isinstance(obj, dict):
        obj["__reduce_ex__"] = _break_on_call_reduce
        obj["__module__"] = "<unknown>"
    else:
        obj.__reduce_ex__ = _break_on_call_reduce
        obj.__module__ = "<unknown>"


def _dataclass_repr(self):
    return ", ".join([f"{name}={getattr(self, name)!r}" for name, f in self.__dataclass_fields__.items() if f.repr])


class Enum(metaclass=EnumType):
    """
    Create a collection of name/value pairs.

    Members are reached as attributes, by value (`Color(1)`) and by name (`Color['RED']`); a class with members cannot be
    subclassed.
    """

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls[name]
            for name, known in cls._member_map_.items():
                if value == known._value_:
                    return cls[name]
        if not cls._member_map_:
            if getattr(cls, "_%s__in_progress" % cls.__name__, False):
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
            raise TypeError(f"{cls!r} has no members defined")
        error = None
        try:
            found = cls._missing_(value)
        except Exception as raised:
            error = raised
            found = None
        try:
            if isinstance(found, cls):
                return found
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(found, int):
                return found
            invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if found is None and error is None:
                raise invalid
            if error is None:
                error = TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            error = invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            if value in cls._value2member_map_:
                if cls._value2member_map_[value] is not self:
                    raise ValueError(f"{value!r} is already bound: {cls._value2member_map_[value]!r}")
                return
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    if known is not self:
                        raise ValueError(f"{value!r} is already bound: {cls._value2member_map_[value]!r}")
                    return
        try:
            cls._value2member_map_.setdefault(value, self)
            cls._hashable_values_.append(value)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(self.name, []).append(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError(f"unable to increment {last_value!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, "__dict__", []):
            if name[0] != "_" and name not in self._member_map_:
                names.add(name)
        for cls in self.__class__.mro():
            for name, value in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(value, property):
                    if value.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """
    Only changes the repr(), leaving str() and format() to the mixed-in type.
    """


class IntEnum(int, ReprEnum):
    """
    Enum where members are also (and must be) ints
    """


class StrEnum(str, ReprEnum):
    """
    Enum where members are also (and must be) strings
    """

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """
    control how out of range values are handled
    """

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(number):
    """The bits that are set, from the lowest."""
    while number:
        bit = number & -number
        yield bit
        number ^= bit


class Flag(Enum, boundary=STRICT):
    """
    Support for flags
    """

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            return 2 ** last_value.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last_value!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """A member for a combination of bits, or what the boundary makes of a value that is none."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                raise cls._out_of_range(value)
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError(f"{cls!r} unknown flag boundary {cls._boundary_!r}")
        if value < 0:
            negative = value
            if cls._boundary_ in (EJECT, KEEP):
                value = all_bits + 1 + value
            else:
                value = singles & value
        unknown = value & ~mask
        aliases = value & ~singles
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        name = None
        if value & singles or aliases:
            members = []
            combined = 0
            for m in cls._iter_member_(value & singles):
                members.append(m)
                combined |= m._value_
            if aliases:
                rest = value | aliases
                for m in cls._member_map_.values():
                    if m not in members and m._value_ and m._value_ & rest == m._value_:
                        members.append(m)
                        combined |= m._value_
            unknown = value ^ combined
            if combined:
                name = "|".join([m._name_ for m in members])
                if unknown:
                    if cls._boundary_ is STRICT:
                        raise ValueError(f"{cls!r}: no members with value {unknown!r}")
                    name += f"|{cls._numeric_repr_(unknown)}"
        made._name_ = name
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _out_of_range(cls, value):
        bits = max(value.bit_length(), cls._flag_mask_.bit_length())
        return ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, bits)}\n  allowed {bin(cls._flag_mask_, bits)}")

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{name}: {show(self._value_)}>"
        return f"<{name}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f"{name}({self._value_!r})"
        return f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _checked(self, other, sign):
        value = self._get_value(other)
        if value is not NotImplemented:
            for flag in (self, other):
                if self._get_value(flag) is None:
                    raise TypeError(f"'{flag}' cannot be combined with other flags with {sign}")
        return value

    def __or__(self, other):
        value = self._checked(other, "|")
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._checked(other, "&")
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._checked(other, "^")
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """
    Support for integer-based Flags
    """


def unique(enumeration):
    """A decorator that refuses two names for one value."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        raise ValueError(f"duplicate values found in {enumeration!r}: "
                         f"{', '.join([f'{alias} -> {name}' for alias, name in duplicates])}")
    return enumeration


class EnumCheck(StrEnum):
    """
    various conditions to check an enumeration for
    """

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that checks an enumeration for conditions of EnumCheck."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        is_flag = Flag is not None and issubclass(enumeration, Flag)
        if not is_flag and not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if duplicates:
                    raise ValueError(f"aliases found in {enumeration!r}: "
                                     f"{', '.join([f'{alias} -> {n}' for alias, n in duplicates])}")
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    missing = [2 ** i for i in range(low.bit_length(), high.bit_length()) if 2 ** i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    raise ValueError(f"invalid {'flag' if is_flag else 'enum'} {name!r}: missing values "
                                     f"{', '.join([str(m) for m in missing])}"[:256])
            elif check is NAMED_FLAGS:
                _verify_named_flags(enumeration, name)
        return enumeration


def _verify_named_flags(enumeration, name):
    values = [m._value_ for m in enumeration]
    missing_names = []
    missing = 0
    for alias, m in enumeration._member_map_.items():
        if m.value < 0:
            continue
        rest = [bit for bit in _bits(m.value) if bit not in values]
        if rest:
            missing_names.append(alias)
            for bit in rest:
                missing |= bit
    if missing_names:
        if len(missing_names) == 1:
            alias = f"alias {missing_names[0]} is missing"
        else:
            alias = f"aliases {', '.join(missing_names[:-1])} and {missing_names[-1]} are missing"
        if _is_single_bit(missing):
            value = f"value 0x{missing:x}"
        else:
            value = f"combined values of 0x{missing:x}"
        raise ValueError(f"invalid Flag {name!r}: {alias} {value} [use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    return list(_bits(value))


def _last_of(module):
    return module.split(".")[-1]


def global_enum_repr(self):
    """module.NAME, for members that are exported to their module."""
    return f"{_last_of(self.__class__.__module__)}.{self._name_}"


def global_flag_repr(self):
    """module.NAME, or module.CLASS(0x1) for what has no name."""
    module = _last_of(self.__class__.__module__)
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    if _is_single_bit(self._value_):
        return f"{module}.{self._name_}"
    if self._boundary_ is not KEEP:
        return "|".join([f"{module}.{name}" for name in self.name.split("|")])
    return "|".join([name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|")])


def global_str(self):
    """NAME alone, for members that are exported to their module."""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """A decorator that puts the members into the module's namespace and lets them print so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
