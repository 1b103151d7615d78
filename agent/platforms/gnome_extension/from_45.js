// For GNOME Shell 45 and later, whose extensions are modules.

import Gio from 'gi://Gio';
import Meta from 'gi://Meta';

import {Extension} from 'resource:///org/gnome/shell/extensions/extension.js';

{window_in_front}

export default class Switch extends Extension {
    enable() {
        this._front = new WindowInFront();
    }

    disable() {
        this._front.close();
        this._front = null;
    }
}
