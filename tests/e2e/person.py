# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at the window: sees what a screen reader sees, presses keys, and waits for what is named.

Nothing here sleeps: the accessibility bus says when something changed, and then one looks again. A
story that waits in vain fails with what was on the screen."""

import os
import shutil
import subprocess
import sys
import tempfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_SECONDS = 60
LOOK_AGAIN_MS = 150
FRAME = 5  # of a window that nobody manages


class Person:
    """Starts the program with these arguments, in a home of its own."""

    def __init__(self, program, *arguments):
        self.home = tempfile.mkdtemp(prefix="brownfield-story-")
        environment = dict(os.environ, XDG_DATA_HOME=self.home, XDG_CONFIG_HOME=self.home, GTK_A11Y="atspi")
        self.process = subprocess.Popen([program, *arguments], env=environment)
        Atspi.init()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def everything(self):
        """All that is showing, depth first."""
        pending = [self.application()]
        while pending:
            node = pending.pop()
            if node is None:
                continue
            yield node
            try:
                pending.extend(reversed([node.get_child_at_index(i) for i in range(node.get_child_count())]))
            except GLib.Error:  # gone while we looked
                continue

    def look(self, name, role=None):
        """The first thing with that text in its name. GTK 4.8 tells no "showing", so it has to have a size."""
        for node in self.everything():
            try:
                if name not in (node.get_name() or ""):
                    continue
                if role is not None and node.get_role_name() != role:
                    continue
                if Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW).height > 0:
                    return node
            except GLib.Error:  # gone while we looked
                continue
        return None

    def sees_cell(self, text):
        """Whether a label says just that, or that and how many more there are."""
        label = self.look(text, "label")
        return label is not None and (label.get_name() == text or label.get_name().startswith(text + " and "))

    def wait_for(self, name, role=None):
        """The first thing with that text in its name; looks again until it is there."""
        return self.wait_until(f"“{name}”", lambda: self.look(name, role))

    def wait_until(self, what, look):
        """What that function gives; calls it again until it gives something."""
        loop = GLib.MainLoop()
        found = []

        def look_again():
            node = look()
            if not node and self.process.poll() is None:
                return GLib.SOURCE_CONTINUE
            found.append(node)
            loop.quit()
            return GLib.SOURCE_REMOVE

        GLib.timeout_add(LOOK_AGAIN_MS, look_again)
        GLib.timeout_add_seconds(PATIENCE_SECONDS, loop.quit)
        loop.run()
        if not found or not found[0]:
            seen = sorted({n.get_name() for n in self.everything() if n.get_name()})
            sys.exit(f"{what} never came. On the screen: {seen}")
        return found[0]

    def point_at(self, node):
        """Clicks in the middle of it. Without a window manager the window lies in the corner."""
        at = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        x, y = at.x + at.width // 2 + FRAME, at.y + at.height // 2 + FRAME
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)

    def press(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)

    def click(self, node):
        Atspi.Action.do_action(node, 0)
