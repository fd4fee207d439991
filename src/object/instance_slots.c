/* What operators and other protocols do with instances of user classes: they call the special methods
 * that the class or its bases define, and else the slots of the built-in base, if there is one. All
 * user classes share this table; classes whose metaclass is a user class have one like it. */
#include "../vm/vm.h"
#include "class.h"
#include "text.h"

/* The name, reflected and in-place name of each binary operator, in the order of enum op. */
#define ROW(name)                                                                                            \
    {                                                                                                        \
        S___##name##__, S___r##name##__, S___i##name##__                                                     \
    }
static const uint16_t binary_names[][3] = {
    ROW(add), ROW(sub), ROW(mul),    ROW(truediv), ROW(floordiv), ROW(mod),    ROW(and),
    ROW(or),  ROW(xor), ROW(lshift), ROW(rshift),  ROW(pow),      ROW(matmul),
};
#undef ROW
static const uint16_t compare_names[] = {S___lt__, S___le__, S___gt__, S___ge__, S___eq__, S___ne__};
static const uint16_t unary_names[] = {S___neg__, S___pos__, S___invert__, S___abs__};

static value special(value self, unsigned name)
{
    return class_special(obj_of(self)->type, SYMBOL(name));
}

/* Whether v's operators are found here. */
static bool has_special(value v)
{
    return is_obj(v) && (obj_of(v)->type->flags & TYPE_HEAP);
}

value special_call(value f, value self, size_t n, const value *args)
{
    if (!is_type(f, &type_function)) return call(descriptor_get(f, self, type_of(self)), n, args);
    value all[4] = {self};
    for (size_t i = 0; i < n; i++) all[i + 1] = args[i];
    return function_call(f, n + 1, all, 0, NULL);
}

/* self.name(arg), or NOTIMPL if there is no such method. */
static value try_method(value self, unsigned name, value arg)
{
    value f = special(self, name);
    return f == UNDEF ? NOTIMPL : special_call(f, self, 1, &arg);
}

/* ---- memory ---- */

static size_t instance_size(const struct object *o)
{
    const struct shape *s = ((const struct instance *)o)->shape;
    return sizeof(struct instance) + (s ? s->cap : 0) * sizeof(value);
}

static void instance_trace(struct object *o)
{
    struct instance *i = (struct instance *)o;
    if (!i->shape) return;
    heap_visit_ptr(&i->shape);
    heap_visit_all(i->slots, i->shape->cap);
}

#if ADDER_FINALISERS
static value call_del(void *self)
{
    value f = special(from_ptr(self), S___del__);
    return f == UNDEF ? NONE : special_call(f, from_ptr(self), 0, NULL);
}

static void instance_finalise(struct object *o)
{
    value result;
    if (!protect(call_del, o, &result)) exception_ignored(result, special(from_ptr(o), S___del__));
}
#endif

/* ---- operators ---- */

/* Whether the class of v has a method of its own in the place of the built-in base's. */
static bool is_replaced(value v, unsigned name)
{
    return has_special(v) && class_special(type_of(v), SYMBOL(name)) != UNDEF;
}

static value native_binary(enum op op, value a, value b)
{
    if (!ADDER_DERIVED_TYPES && !ADDER_CLASS_HOOKS) return NOTIMPL; /* the other operand's type is asked anyway */
    bool left = ADDER_METHODS && is_replaced(a, binary_names[op][0]), right = ADDER_METHODS && is_replaced(b, binary_names[op][1]);
    if (left && (type_of(a) == type_of(b) || right)) return NOTIMPL;
    value whole_a = a, whole_b = b;
    const struct slots *sa = native_slots(&a), *sb = native_slots(&b);
    if ((op == OP_MOD || op == OP_ADD) && is_str(a)) { /* what is formatted may have a __str__ of its own */
        b = whole_b;
    } else if (ADDER_METHODS) {
        a = op == OP_ADD && is_bytes_like(a) ? whole_a : operand_of(whole_a); /* errors name its type */
        b = operand_of(whole_b);
    }
    value r = sa->binary && !left ? sa->binary(op, a, b) : NOTIMPL;
    if (left && op == OP_ADD && sb->getitem) return NOTIMPL; /* sequences aren't added the other way round */
    if (r == NOTIMPL && sb->binary && (left || sb->binary != sa->binary) && !right) r = sb->binary(op, a, b);
    return r;
}

/* Whether b's reflected method goes first: its class derives from a's, and has a method of its own. */
static bool reflected_first(value a, value b, unsigned name)
{
    const struct type *ta = type_of(a), *tb = type_of(b);
    if (!type_is_subtype(tb, ta)) return false;
    value f = class_special(tb, SYMBOL(name));
    return f != UNDEF && (!(ta->flags & TYPE_HEAP) || f != class_special(ta, SYMBOL(name)));
}

/* Whether int's or float's operators, which a has, know what to do with b. */
static bool is_number_for(value a, value b)
{
    a = unwrap(a);
    b = unwrap(b);
    return is_integer(b) ? is_integer(a) || is_float(a) : is_float(a) && is_float(b);
}

/* By b's reflected method, unless what a has from int or float comes before it. */
static value reflected_binary(enum op op, value a, value b)
{
    value r = NOTIMPL;
    if (ADDER_METHODS && is_number_for(a, b) && !is_replaced(a, binary_names[op][0]))
        r = slots_of(unwrap(a))->binary(op, unwrap(a), unwrap(b));
    return r == NOTIMPL ? try_method(b, binary_names[op][1], a) : r;
}

static value instance_binary(enum op op, value a, value b)
{
    const uint16_t *names = binary_names[op];
    bool reflected = has_special(b) && type_of(a) != type_of(b);
    value r = NOTIMPL;
    if (reflected && reflected_first(a, b, names[1])) {
        r = try_method(b, names[1], a);
        reflected = false;
    }
    if (r == NOTIMPL && has_special(a)) r = try_method(a, names[0], b);
    if (r == NOTIMPL && reflected) r = reflected_binary(op, a, b);
    return r == NOTIMPL ? native_binary(op, a, b) : r;
}

value instance_operator(enum op op, value a, value b)
{
    const uint16_t *names = binary_names[op];
    if (!has_special(a)) return UNDEF;
    if (has_special(b) && type_of(a) != type_of(b) && reflected_first(a, b, names[1])) return UNDEF;
    value f = class_special(type_of(a), SYMBOL(names[0]));
    return f != UNDEF && is_type(f, &type_function) ? f : UNDEF;
}

value instance_binary_rest(enum op op, value a, value b)
{
    value r = has_special(b) && type_of(a) != type_of(b) ? reflected_binary(op, a, b) : NOTIMPL;
    return r == NOTIMPL ? native_binary(op, a, b) : r;
}

static value instance_inplace(enum op op, value a, value b)
{
    value f = special(a, binary_names[op][2]), native = a;
    if (f != UNDEF) return special_call(f, a, 1, &b);
    const struct slots *s = wrapped_slots(&native);
    bool has_own = op == OP_MUL && special(a, S___mul__) != UNDEF; /* of the operators, only this one comes before */
    if (!s->inplace || has_own) return NOTIMPL;
    value r = s->inplace(op, native, is_list(native) || is_dict(native) ? b : unwrap(b)); /* these iterate over it */
    return r == native ? a : r;
}

static value instance_compare(enum op op, value a, value b)
{
    value r = try_method(a, compare_names[op - OP_LT], b);
    if (r != NOTIMPL) return r;
    bool has_own = ADDER_METHODS && special(a, compare_names[op - OP_LT]) != UNDEF; /* in the place of the built-in type's */
    value native = a;
    const struct slots *s = wrapped_slots(&native);
    if (has_own) { /* then that of b's type counts, the other way round */
        if (has_special(b)) return NOTIMPL;
        b = unwrap(b);
        s = slots_of(b);
        return s->compare && s->compare != instance_compare ? s->compare(op_reflected(op), b, native) : NOTIMPL;
    }
    if (s->compare) return s->compare(op, native, unwrap(b));
    if (op == OP_NE && !has_own && (r = try_method(a, S___eq__, b)) != NOTIMPL) return from_bool(!truth(r));
    return NOTIMPL;
}

#if ADDER_METHODS
bool instance_has_unary(enum op op, value v) { return find_special(v, SYMBOL(unary_names[op - OP_NEG])) != UNDEF; }
#endif

static value instance_unary(enum op op, value a)
{
    value f = special(a, unary_names[op - OP_NEG]);
    if (f != UNDEF) return special_call(f, a, 0, NULL);
    const struct slots *s = wrapped_slots(&a);
    return s->unary ? s->unary(op, a) : NOTIMPL;
}

static int instance_truth(value self)
{
    value f = special(self, S___bool__);
    if (f != UNDEF) {
        value r = special_call(f, self, 0, NULL);
        if (!is_bool(r)) raise_type_error("__bool__ should return bool, returned %t", r);
        return r == TRUE;
    }
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    if (s->truth && (native == self || (ADDER_METHODS && !s->len))) return s->truth(native);
    f = special(self, S___len__);
    if (f != UNDEF) return len_of(self) != 0;
    return native == self ? 1 : truth(native);
}

/* An int as a hash: where it fits, it is taken as it is. */
static hashcode hash_given(value v)
{
    int64_t h;
    return ADDER_SET_ORDER && int_to_int64(v, &h) ? (hashcode)h - (h == -1) : hash_of(v);
}

static bool instance_hash(value self, hashcode *out)
{
    value f = special(self, S___hash__);
    if (f == NONE) return false;
    if (f != UNDEF) {
        value r = unwrap(special_call(f, self, 0, NULL));
        if (!is_integer(r)) raise_type_error("__hash__ method should return an integer");
        *out = hash_given(r);
        return true;
    }
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    if (s->hash ? native == self : !s->compare) {
        if (s->hash) return s->hash(self, out);
        *out = hash_identity(self);
        return true;
    }
    if (!s->hash) return false;
    *out = hash_of(native);
    return true;
}

/* ---- containers ---- */

static word instance_len(value self)
{
    value f = special(self, S___len__);
    if (f != UNDEF) {
        value r = special_call(f, self, 0, NULL), n = need_integer(r);
        int64_t wide;
        if (int_sign(n) < 0) raise_value_error("__len__() should return >= 0");
        if (!int_to_int64(n, &wide) || wide > INTPTR_MAX)
            raise_error(&type_OverflowError, "cannot fit '%t' into an index-sized integer", r);
        return (word)wide;
    }
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    if (!s->len) raise_usual_type_error("object of type '%t' has no len()", self);
    return s->len(native);
}

/* A subclass of dict may have __missing__. */
value native_getitem(value self, value key)
{
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    if (!s->getitem) raise_usual_type_error("'%t' object is not subscriptable", self);
    if (native != self && as_dict(native)) {
        value missing = special(self, S___missing__);
        if (missing != UNDEF) {
            value v = dict_get(as_dict(native), key);
            return v == UNDEF ? special_call(missing, self, 1, &key) : v;
        }
    }
    return s->getitem(native, key);
}

static value instance_getitem(value self, value key)
{
    value f = special(self, S___getitem__);
    return f == UNDEF ? native_getitem(self, key) : special_call(f, self, 1, &key);
}

static void instance_setitem(value self, value key, value v)
{
    value f = special(self, v == UNDEF ? S___delitem__ : S___setitem__);
    if (f != UNDEF) {
        const value args[] = {key, v};
        special_call(f, self, v == UNDEF ? 1 : 2, args);
        return;
    }
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    if (!s->setitem) {
        unsigned other = v == UNDEF ? S___setitem__ : S___delitem__;
        if (ADDER_METHODS && special(self, other) != UNDEF) /* one slot has both */
            raise_error(&type_AttributeError, "%v", SYMBOL(v == UNDEF ? S___delitem__ : S___setitem__));
        if (v == UNDEF) raise_no_deletion(self, has_index(key));
        raise_type_error("'%t' object does not support item assignment", self);
    }
    s->setitem(native, key, v);
}

static int instance_contains(value self, value v)
{
    value f = special(self, S___contains__);
    if (f == NONE) raise_type_error("'%t' object is not a container", self);
    if (f != UNDEF) return truth(special_call(f, self, 1, &v));
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    if (s->contains) return s->contains(native, v);
    if (!s->iter && !(s->getitem && s->len) && special(self, S___iter__) == UNDEF &&
        special(self, S___getitem__) == UNDEF)
        raise_usual_type_error("argument of type '%t' is not iterable", self);
    return contains_by_iteration(self, v);
}

bool is_iterator(value v)
{
    if (has_special(v) && special(v, S___next__) != UNDEF) return true;
    return native_slots(&v)->next != NULL;
}

static value instance_iter(value self)
{
    value f = special(self, S___iter__);
    if (f != UNDEF && f != NONE) {
        value it = special_call(f, self, 0, NULL);
        if (!is_iterator(it)) raise_type_error("iter() returned non-iterator of type '%t'", it);
        return it;
    }
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    if (f == UNDEF && s->iter) {
        value it = s->iter(native);
        return it == native ? self : it;
    }
    if (f == UNDEF && (special(self, S___getitem__) != UNDEF || (s->getitem && native != self)))
        return seq_iter_new(self);
    raise_usual_type_error("'%t' object is not iterable", self);
}

struct method_call {
    value f, self;
};

static value call_next(void *arg)
{
    struct method_call *m = arg;
    return special_call(m->f, m->self, 0, NULL);
}

static value instance_next(value self)
{
    struct method_call m = {special(self, S___next__), self};
    if (m.f == UNDEF) {
        value native = self;
        const struct slots *s = wrapped_slots(&native);
        if (!s->next) raise_usual_type_error("'%t' object is not an iterator", self);
        return s->next(native);
    }
    value v;
    if (protect(call_next, &m, &v)) return v;
    if (!type_is_subtype(type_of(v), &type_StopIteration)) vm_reraise(v);
    vm.stop_value = get_attr(v, SYMBOL(S_value));
    return STOP;
}

/* ---- text ---- */

static value call_text(value f, value self, const char *name)
{
    value text = special_call(f, self, 0, NULL);
    if (!is_str(unwrap(text))) raise_type_error("%s returned non-string (type %t)", name, text);
    return text;
}

/* Where a built-in type prints its own name in front, the class prints its name instead. */
void native_repr(value self, value native, struct printer *out)
{
    const struct type *t = type_of(native);
    value text = to_repr(native);
    if (t == &type_dict || t == &type_list || t == &type_tuple || t == &type_str || t == &type_bytes) {
        print_value(out, text);
        return;
    }
    struct view v = str_view(text), name = str_view(type_of(native)->name);
    bool named = v.len > name.len && memcmp(v.data, name.data, name.len) == 0 && v.data[name.len] == '(';
    if (!named && !(ADDER_SETS && t == &type_set)) {
        print_value(out, text);
        return;
    }
    print_value(out, type_of(self)->name);
    if (named) {
        v = str_view(text);
        print_text(out, v.data + name.len, v.len - name.len);
    } else {
        print_format(out, "(%v)", text);
    }
}

static void instance_repr(value self, struct printer *out)
{
    check_c_stack();
    value f = special(self, S___repr__);
    if (f != UNDEF) {
        print_value(out, unwrap(call_text(f, self, "__repr__")));
        return;
    }
    value native = self;
    const struct slots *s = native_slots(&native);
    if (native != self)
        native_repr(self, native, out);
    else if (s->repr)
        s->repr(self, out);
    else
        object_repr(self, out);
}

static void instance_str(value self, struct printer *out)
{
    value f = special(self, S___str__);
    if (f != UNDEF) {
        check_c_stack();
        print_value(out, unwrap(call_text(f, self, "__str__")));
        return;
    }
    value native = self;
    const struct slots *s = native_slots(&native);
    if (is_str(native) || (s->str && s->str != s->repr))
        s->str ? s->str(native, out) : print_value(out, native);
    else if (native == self && (f = special(self, S___repr__)) != UNDEF)
        print_value(out, unwrap(call_text(f, self, "__str__")));
    else
        instance_repr(self, out);
}

#if ADDER_METHODS
value str_of_object(value v, bool repr)
{
    const struct slots *s = slots_of(v);
    if (s->repr == instance_repr || s->str == instance_str) {
        value f = repr ? UNDEF : special(v, S___str__), native = v;
        if (f != UNDEF) return call_text(f, v, "__str__");
        const struct slots *of_native = native_slots(&native);
        bool by_repr = repr || !(is_str(native) || (of_native->str && of_native->str != of_native->repr));
        if (by_repr && (f = special(v, S___repr__)) != UNDEF) return call_text(f, v, repr ? "__repr__" : "__str__");
    }
    return repr ? to_repr(v) : to_str(v);
}
#endif

static value instance_format(value self, value spec)
{
    value f = special(self, S___format__);
    if (f != UNDEF) {
        value text = special_call(f, self, 1, &spec);
        if (!is_str(unwrap(text))) raise_type_error("__format__ must return a str, not %t", text);
        return text;
    }
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    bool plain = str_view(spec).len == 0; /* what str() gives, which may be the class's own */
    if (native != self && s->format && !plain) return s->format(native, spec);
    return object_format(self, spec);
}

/* ---- the rest ---- */

static value instance_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    value f = special(self, S___call__);
    if (f != UNDEF) {
        check_c_stack();
        if (is_type(f, &type_function)) return call_prefixed(f, self, n, args, nkw, kwnames);
        value r = call_kw(descriptor_get(f, self, type_of(self)), n, args, nkw, kwnames);
        HOLD(r); /* not the last thing done here: a __call__ that is called through itself must come to an end */
        return r;
    }
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    if (!s->call) raise_usual_type_error("'%t' object is not callable", self);
    return s->call(native, n, args, nkw, kwnames);
}

static value instance_getattr(value self, value name)
{
    value native = self;
    const struct slots *s = native_slots(&native);
    return s->getattr ? s->getattr(native, name) : UNDEF;
}

static bool instance_setattr(value self, value name, value v)
{
    value native = self;
    const struct slots *s = native_slots(&native);
    return s->setattr && s->setattr(native, name, v);
}

#if ADDER_METHODS
/* What inspect.BufferFlags.FULL_RO is. */
#define BUFFER_FLAGS 284

value exported_view(value v)
{
    value f = has_special(v) ? special(v, S___buffer__) : UNDEF, flags = from_int(BUFFER_FLAGS);
    if (f == UNDEF) return UNDEF;
    value view = special_call(f, v, 1, &flags);
    if (!is_memoryview(view)) raise_type_error("__buffer__ returned non-memoryview object");
    return view;
}

void release_view(value v, value view)
{
    value f = special(v, S___release_buffer__);
    if (f != UNDEF) special_call(f, v, 1, &view);
}
#endif

static bool instance_buffer(value self, struct buffer *out, bool writable)
{
    const struct slots *s = wrapped_slots(&self);
    return s->buffer && s->buffer(self, out, writable);
}

static value instance_index(value self)
{
    value f = is_integer(unwrap(self)) ? UNDEF : special(self, S___index__); /* an int is its own */
    if (f != UNDEF) {
        value whole = special_call(f, self, 0, NULL), r = unwrap(whole);
        warn_derived(UNDEF, "__index__", whole, &type_int);
        if (!is_integer(r)) raise_type_error("__index__ returned non-int (type %t)", whole);
        return is_bool(r) ? from_int(r == TRUE) : r;
    }
    value native = self;
    const struct slots *s = wrapped_slots(&native);
    return is_integer(native) ? native : s->index ? s->index(native) : UNDEF;
}

#define PROTOCOLS                                                                                            \
    .call = instance_call, .getattr = instance_getattr, .setattr = instance_setattr,                         \
    .binary = instance_binary, .inplace = instance_inplace, .compare = instance_compare,                     \
    .unary = instance_unary, .getitem = instance_getitem, .setitem = instance_setitem,                       \
    .contains = instance_contains, .iter = instance_iter, .next = instance_next, .len = instance_len,        \
    .truth = instance_truth, .hash = instance_hash, .repr = instance_repr, .str = instance_str,              \
    .format = instance_format, .buffer = instance_buffer, .index = instance_index

const struct slots instance_slots = {
    .size_of = instance_size,
    .trace = instance_trace,
    FINALISE(instance_finalise)
    PROTOCOLS,
};

#if ADDER_CLASS_HOOKS
/* For classes that are instances of a user's metaclass. */
const struct slots metaclass_slots = {
    .size = TYPE_SIZE,
    .trace = type_trace,
    PROTOCOLS,
};
#endif
