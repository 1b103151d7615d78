"""The short stylesheet for buttons, cards and tables; charts never read it."""

from string import Template

from gui.tokens import Colours, Tokens

HIGH_CONTRAST = """
QPushButton, QToolButton {
    min-height: 24px; padding: 0 11px; color: palette(button-text); background: palette(button);
    border: 1px solid palette(window-text); border-radius: 0 }
QPushButton:hover, QToolButton:hover { text-decoration: underline }
QPushButton:focus, QToolButton:focus { border: 3px solid palette(highlight); padding: 0 9px; min-height: 20px }
QPushButton:disabled, QToolButton:disabled { border-style: dotted }
QPushButton:checked, QPushButton[look="primary"] {
    color: palette(highlighted-text); background: palette(highlight); font-weight: 600 }
QPushButton[look="primary"]:focus { border-color: palette(window-text) }
QPushButton[look="link"], QToolButton[look="link"] {
    border-color: transparent; padding: 0 2px; text-decoration: underline }
QPushButton[look="link"]:focus { border-color: palette(highlight) }
QPushButton[look="nav"] { text-align: left; padding: 0 8px }
QPushButton[look="step"] { text-align: left; padding: 0 8px 0 39px; min-height: 34px }
QPushButton[look="nav"]:checked, QPushButton[look="step"]:checked {
    color: palette(button-text); background: palette(button); border: 3px solid palette(window-text); padding: 0 6px }
QPushButton[look="step"]:checked { padding-left: 37px }
QPushButton[look="nav"]:focus, QPushButton[look="step"]:focus { border: 3px solid palette(highlight) }
QPushButton[look="row"] { text-align: left; border: 2px solid transparent; padding: 0 }
QPushButton[look="row"]:checked { font-weight: 600 }
QPushButton[chevron="true"] { padding-right: 28px }
QPushButton[look="link"][chevron="true"] { text-align: left; padding-right: 18px }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0 }
QLineEdit, QComboBox, QAbstractSpinBox { border: 1px solid palette(window-text); min-height: 24px; padding: 0 8px }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 3px solid palette(highlight); min-height: 20px; padding: 0 6px }
QFrame[shape="card"], QFrame[shape="banner"], QFrame[shape="attention"] { border: 1px solid palette(window-text) }
QFrame[shape="selection"], QWidget[shape="foot"] { border-top: 1px solid palette(window-text) }
QWidget[shape="sidebar"] { border-right: 1px solid palette(window-text) }
QFrame[shape="rule"] { background: palette(window-text); border: none }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none }
QTreeView, QTableView { border: none; outline: none }
QHeaderView::section {
    background: palette(base); color: palette(text); border: none; border-bottom: 1px solid palette(window-text);
    padding: 6px 8px }
QMenu { background: palette(base); color: palette(text); border: 1px solid palette(window-text); padding: 4px 0 }
QMenu::item { padding: 5px 28px 5px 14px; min-height: 16px }
QMenu::item:selected { background: palette(highlight); color: palette(highlighted-text) }
QToolTip { background: palette(base); color: palette(text); border: 1px solid palette(window-text); padding: 4px 6px }
"""
"""Where things stand, and a frame around what a ground would part; every colour is the system's."""
_SHEET = Template("""
QLabel[tone="secondary"] { color: $secondary }
QLabel[tone="tertiary"] { color: $tertiary }
QLabel[tone="accent"] { color: $accent }
QLabel:disabled { color: $tertiary }

QFrame[shape="card"] { background: $card; border: 1px solid $hairline; border-radius: ${card_radius}px }
QFrame[shape="banner"] { background: $selected; border: none; border-radius: ${radius}px }
QFrame[shape="attention"] { background: $attention; border: none; border-radius: ${radius}px }
QWidget[shape="sidebar"] { background: $sidebar; border: none; border-right: 1px solid $hairline }
QWidget[shape="foot"] { background: $sunken; border: none; border-top: 1px solid $hairline }
QFrame[shape="selection"] {
    background: $card; border: none; border-top: 1px solid $hairline;
    border-bottom-left-radius: ${card_radius}px; border-bottom-right-radius: ${card_radius}px }
QFrame[shape="selection"][filled="true"] { background: $selected }
QFrame[shape="rule"] { background: $hairline; border: none }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none }

QPushButton, QToolButton {
    min-height: ${inner_height}px; padding: 0 11px; color: $text; background: $card;
    border: 1px solid $border; border-bottom-color: $edge; border-radius: ${radius}px }
QPushButton:hover, QToolButton:hover { background: $hover }
QPushButton:pressed, QToolButton:pressed { background: $selected }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 0 10px; min-height: ${focus_height}px }
QPushButton:disabled, QToolButton:disabled { color: $tertiary; background: $sunken; border-color: $border }
QPushButton[look="primary"] { color: $on_accent; background: $accent; border-color: $accent; font-weight: 600 }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover }
QPushButton[look="primary"]:focus { border: 2px solid $text }
QPushButton[look="primary"]:disabled { color: $tertiary; background: $sunken; border-color: $border }
QPushButton[look="link"], QToolButton[look="link"] {
    color: $accent; background: transparent; border: 2px solid transparent; padding: 0 2px }
QPushButton[look="link"]:hover { color: $accent_hover; text-decoration: underline }
QPushButton[look="link"]:focus { border-color: $focus }
QPushButton[look="nav"], QPushButton[look="step"] {
    text-align: left; padding: 0 8px; background: transparent; border: 1px solid transparent; color: $secondary }
QPushButton[look="nav"]:hover, QPushButton[look="step"]:hover:enabled { background: $hover }
QPushButton[look="nav"]:checked, QPushButton[look="step"]:checked {
    background: $card; border: 1px solid $border; color: $text; font-weight: 600 }
QPushButton[look="nav"]:focus, QPushButton[look="step"]:focus { border: 2px solid $focus; padding: 0 7px }
QPushButton[look="step"] { min-height: 34px; padding-left: 39px }
QPushButton[look="step"]:focus { min-height: 32px; padding-left: 38px }
QPushButton[look="choice"] { border-radius: 0; border-left-width: 0; color: $secondary }
QPushButton[look="choice"][side="first"] {
    border-left-width: 1px; border-top-left-radius: ${radius}px; border-bottom-left-radius: ${radius}px }
QPushButton[look="choice"][side="last"] {
    border-top-right-radius: ${radius}px; border-bottom-right-radius: ${radius}px }
QPushButton[look="choice"]:checked { background: $selected; color: $text; font-weight: 600 }
QPushButton[look="split"][side="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0 }
QPushButton[look="split"][side="last"] {
    border-top-left-radius: 0; border-bottom-left-radius: 0; border-left-width: 0; padding: 0 }
QPushButton[look="split"][side="last"]:focus { border-left-width: 2px }
QPushButton[look="row"] {
    text-align: left; padding: 0; margin-left: -2px; background: transparent;
    border: 2px solid transparent; min-height: 20px }
QPushButton[look="row"]:hover { text-decoration: underline }
QPushButton[look="row"][tone="secondary"] { color: $secondary }
QPushButton[look="row"]:checked { color: $accent; font-weight: 600 }
QPushButton[look="row"]:focus { border-color: $focus; padding: 0; min-height: 20px }
QPushButton[look="mark"] { padding: 0 5px }
QPushButton[look="mark"]:focus { padding: 0 4px }
QPushButton[chevron="true"] { padding-right: 28px }
QPushButton[chevron="true"]:focus { padding-right: 27px }
QPushButton[look="link"][chevron="true"] { text-align: left; padding-right: 18px }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0 }

QLineEdit, QComboBox, QAbstractSpinBox {
    min-height: ${inner_height}px; padding: 0 8px; color: $text; background: $card;
    border: 1px solid $edge; border-radius: ${radius}px }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $focus; padding: 0 7px; min-height: ${focus_height}px }

QComboBox { padding-right: 0 }
QComboBox:disabled, QLineEdit:disabled { color: $secondary; background: $sunken; border-color: $border }
QComboBox::drop-down { border: none; width: 20px }
QComboBox::down-arrow { image: none }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none }
QPlainTextEdit { color: $text; background: $card; border: 1px solid $edge; border-radius: ${radius}px; padding: 4px }
QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px }
QPushButton[look="chip"] { min-height: 22px; padding: 0 8px; color: $secondary }
QPushButton[look="chip"]:focus { min-height: 20px; padding: 0 7px }
QPushButton[look="chip"]:checked { background: $selected; border-color: $accent; color: $text }

QListView, QTreeView, QTableView {
    color: $text; background: $card; border: none; outline: none;
    selection-background-color: $selected; selection-color: $text }
QHeaderView { background: $card; border: none }
QHeaderView::section {
    color: $tertiary; background: $card; border: none; border-bottom: 1px solid $border; padding: 6px 8px }
QTableCornerButton::section { background: $card; border: none; border-bottom: 1px solid $border }
QMenu { color: $text; background: $raised; border: 1px solid $border; padding: 4px 0 }
QMenu::item { padding: 5px 28px 5px 14px; min-height: 16px }
QMenu::icon { padding-left: 14px }
QMenu::item:selected { background: $selected }
QMenu::item:disabled { color: $tertiary }
QMenu::separator { height: 1px; margin: 4px 0; background: $hairline }
QScrollBar { background: transparent; border: none; margin: 0 }
QScrollBar:vertical { width: 10px }
QScrollBar:horizontal { height: 10px }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px }
QScrollBar::handle:hover { background: $edge }
QScrollBar::handle:vertical { min-height: 24px }
QScrollBar::handle:horizontal { min-width: 24px }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
QAbstractScrollArea::corner { background: transparent; border: none }
QToolTip { color: $text; background: $raised; border: 1px solid $border; padding: 4px 6px }
""")


def stylesheet(colours: Colours, tokens: Tokens) -> str:
    surface, text, line, accent = colours.surface, colours.text, colours.line, colours.accent
    height = tokens.space.control_height
    return _SHEET.substitute(
        card=surface.card, sidebar=surface.sidebar, sunken=surface.sunken, hover=surface.hover, raised=surface.raised,
        selected=surface.selected, attention=surface.attention, text=text.primary, secondary=text.secondary,
        tertiary=text.tertiary, on_accent=text.on_accent, hairline=line.hairline, border=line.border, edge=line.edge,
        accent=accent.base, accent_hover=accent.hover, focus=accent.focus, radius=tokens.radius.control,
        card_radius=tokens.radius.card, inner_height=height - 2, focus_height=height - 4,
    )  # fmt: skip
