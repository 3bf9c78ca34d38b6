#!/usr/bin/python3
"""The main job through the eyes and hands of an assistive technology: a client of AT-SPI, as Orca is one, opens a station file, sets up
an account, tests it against the real mail server, accepts its certificate and saves. No key and no mouse.
    with-accessibility screenreader.py STATIONER        (STATIONER_SERVERS names the servers, DISPLAY a display)"""

import fnmatch
import json
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml

import pyatspi
from gi.repository import GLib

STATION = """<?xml version="1.0" encoding="UTF-8"?>
<bajaObjectGraph version="4.0" reversibleEncodingKeySource="none">
 <p h="1" m="b=baja" t="b:Station">
  <p n="Services" h="2" t="b:ServiceContainer">
   <p n="EmailService" h="3" m="email=email" t="email:EmailService">
    <p n="Out" h="a" t="email:OutgoingAccount"/>
    <p n="In" h="b" t="email:IncomingAccount"/>
   </p>
  </p>
 </p>
</bajaObjectGraph>
"""
LONGEST = 60  # seconds, only to end what would hang


def wait_for(what, look):
    """What `look` gives, as soon as it gives something."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            if found := look():
                return found
        except (GLib.GError, LookupError):
            pass  # it went while it was looked at
        time.sleep(0.05)
    raise AssertionError(f"not there: {what}")


def shown(node):
    """Everything on the screen below a node."""
    if not node or not node.getState().contains(pyatspi.STATE_SHOWING):
        return
    yield node
    for child in node:
        yield from shown(child)


class Reader:
    """Finds controls by role and name, and does with them what they offer."""

    def __init__(self, program):
        self.spoken = []
        pyatspi.Registry.registerEventListener(self.hear, "object:state-changed:showing", "object:text-changed:insert")
        self.app = wait_for("the program", lambda: next(
            (app for app in pyatspi.Registry.getDesktop(0) if app and app.get_process_id() == program.pid), None))

    def hear(self, event):
        """What a screen reader says by itself: notifications, and what was picked."""
        if event.type.startswith("object:text") and event.source.getRole() == pyatspi.ROLE_COMBO_BOX:
            self.spoken.append(event.any_data)
        elif event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
            self.spoken.append(event.source.name)

    def all(self, role, name):
        return [node for window in self.app for node in shown(window)
                if node.getRole() == role and fnmatch.fnmatchcase(node.name, name)]

    def find(self, role, name):
        return wait_for(f"{name} ({role})", lambda: next(iter(self.all(role, name)), None))

    def press(self, role, name, action="Press"):
        button = wait_for(f"{name}, enabled", lambda: next(
            (node for node in self.all(role, name) if node.getState().contains(pyatspi.STATE_SENSITIVE)), None))
        actions = button.queryAction()
        names = [actions.getName(i) for i in range(actions.nActions)]
        assert action in names, f"{name} offers {names}, not {action}"
        actions.doAction(names.index(action))

    def write(self, role, name, text):
        field = self.find(role, name)
        assert field.queryEditableText().setTextContents(text), name

    def hears(self, part):
        wait_for(f"«{part}», spoken, among {self.spoken}", lambda: any(part in said for said in self.spoken))


def labels_of(node):
    return [relation.getTarget(0).name for relation in node.getRelationSet()
            if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY]


EDITORS = {pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_CHECK_BOX,
           pyatspi.ROLE_SPIN_BUTTON}
NAMED = EDITORS | {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_PAGE_TAB_LIST, pyatspi.ROLE_HEADING,
                   pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_LIST}


def check_words(reader):
    """Whatever can be used has a name, and nothing is described in markup."""
    for window in reader.app:
        for node in shown(window):
            assert "<" not in node.description, (node.name, node.description)
            assert node.name or node.getRole() not in NAMED, f"a {node.getRoleName()} without a name in {node.parent.name}"


def check_labels(reader):
    """Every editor of the sheet is named by its label."""
    sheet = reader.find(pyatspi.ROLE_FILLER, "Property sheet")
    editors = [node for node in shown(sheet) if node.getRole() in EDITORS and not node.name.startswith("Filter")
               and node.parent.getRole() != pyatspi.ROLE_COMBO_BOX]
    assert len(editors) >= 7, len(editors)
    for node in editors:
        assert labels_of(node) == [node.name], (node.getRoleName(), node.name, labels_of(node))


def course(reader, station, server):
    reader.find(pyatspi.ROLE_HEADING, "Stationer")
    check_words(reader)
    reader.press(pyatspi.ROLE_PUSH_BUTTON, "Open Station…")
    reader.write(pyatspi.ROLE_TEXT, "File name:", station)
    dialog = reader.find(pyatspi.ROLE_DIALOG, "Open*")
    wait_for("Open in the dialog", lambda: [node for node in shown(dialog) if node.name == "Open" and
                                            node.getRole() == pyatspi.ROLE_PUSH_BUTTON])[0].queryAction().doAction(0)
    reader.hears("A running station may overwrite this file")

    reader.press(pyatspi.ROLE_TABLE_CELL, "Out*", "Toggle")
    reader.press(pyatspi.ROLE_TABLE_CELL, "In*", "Toggle")
    reader.find(pyatspi.ROLE_HEADING, "In")
    check_words(reader)
    check_labels(reader)

    reader.write(pyatspi.ROLE_TEXT, "Hostname", server["host"])
    reader.press(pyatspi.ROLE_COMBO_BOX, "Store", "Increase")
    reader.hears("IMAP")
    reader.press(pyatspi.ROLE_CHECK_BOX, "Use Ssl", "Toggle")
    reader.write(pyatspi.ROLE_COMBO_BOX, "Port", str(server["ports"]["imap"]["ssl"]))
    reader.write(pyatspi.ROLE_TEXT, "Account", server["user"])
    reader.write(pyatspi.ROLE_PASSWORD_TEXT, "Password", server["password"])

    reader.press(pyatspi.ROLE_PUSH_BUTTON, "Test Connection")
    reader.find(pyatspi.ROLE_DIALOG, "Identity Verification*")
    reader.hears("does not know who signed")
    check_words(reader)
    reader.press(pyatspi.ROLE_PUSH_BUTTON, "Not Now")
    reader.press(pyatspi.ROLE_PUSH_BUTTON, "Go to EmailService")
    reader.press(pyatspi.ROLE_PAGE_TAB, "Account Manager")
    reader.find(pyatspi.ROLE_TABLE, "Accounts")
    check_words(reader)
    reader.press(pyatspi.ROLE_TABLE_CELL, "In", "Toggle")
    reader.press(pyatspi.ROLE_PUSH_BUTTON, "Review Certificate…")
    reader.press(pyatspi.ROLE_PUSH_BUTTON, "Accept as Exemption")
    reader.hears("works")

    reader.press(pyatspi.ROLE_PUSH_BUTTON, "Save")
    reader.find(pyatspi.ROLE_LABEL, "All changes saved")


def check_saved(station, server):
    accounts = {node.get("n"): node for node in xml.parse(station).iter("p")}
    values = {slot.get("n"): slot.get("v") for slot in accounts["In"]}
    expected = {"hostname": server["host"], "port": str(server["ports"]["imap"]["ssl"]), "account": server["user"],
                "useSsl": "true", "store": "imap"}
    assert values == expected, values
    assert len(accounts["Out"]) == 0
    with open(station.replace(".bog", ".security/allowed-hosts.json"), encoding="utf-8") as hosts:
        assert '"approved"' in hosts.read()


def main():
    with open(os.environ["STATIONER_SERVERS"], encoding="utf-8") as file:
        server = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        station = os.path.join(folder, "acme.bog")
        with open(station, "w", encoding="utf-8") as file:
            file.write(STATION)
        with subprocess.Popen([sys.argv[1]]) as program:
            reader = Reader(program)
            try:
                course(reader, station, server)
            except AssertionError:
                print(*(f"{node.getRoleName()}: {node.name}" for window in reader.app for node in shown(window) if node.name),
                      sep="\n")
                raise
            finally:
                program.kill()
        check_saved(station, server)


if __name__ == "__main__":
    main()
