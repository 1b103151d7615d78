// For GNOME Shell 42 to 44, whose extensions are plain scripts.

const {Gio, Meta} = imports.gi;

{window_in_front}

class Switch {
    enable() {
        this._front = new WindowInFront();
    }

    disable() {
        this._front.close();
        this._front = null;
    }
}

/* exported init */
function init() {
    return new Switch();
}
