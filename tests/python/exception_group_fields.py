# needs: methods groups messages
# An exception group's message and exceptions can be read, not set.

shown = []


def print(*values):
    shown.append(" ".join(map(str, values)))


group = ExceptionGroup("all", [ValueError(1), TypeError(2)])
print(group.message, group.exceptions)
for name in "message", "exceptions":
    for change in (lambda: setattr(group, name, "x")), (lambda: delattr(group, name)):
        try:
            change()
        except AttributeError as e:
            print(name, e)
print(group.message, group.exceptions, repr(group))


class Group(ExceptionGroup):
    def derive(self, exceptions):
        return Group(self.message + "!", exceptions)


own = Group("own", [OSError(1), ValueError(2)])
own.note = "mine"
print(own.message, own.exceptions, vars(own), own.split(OSError))
group.args = ("other", [KeyError(3)])
print(group.exceptions, group.args)

assert shown == r"""all (ValueError(1), TypeError(2))
message readonly attribute
message readonly attribute
exceptions readonly attribute
exceptions readonly attribute
all (ValueError(1), TypeError(2)) ExceptionGroup('all', [ValueError(1), TypeError(2)])
own (OSError(1), ValueError(2)) {'note': 'mine'} (Group('own!', [OSError(1)]), Group('own!', [ValueError(2)]))
(ValueError(1), TypeError(2)) ('other', [KeyError(3)])""".split("\n"), "\n".join(shown)
