/**
 * Tells Engineroom, on the bus of this session, which window is in front; never what is in it, and never anybody else.
 *
 * `Changed` carries nothing, so that no title is broadcast, and is not repeated until somebody has asked: however fast
 * windows change, nobody is flooded.
 */
const PATH = '/org/engineroom/WindowInFront';
const INTERFACE = `
<node>
  <interface name="org.engineroom.WindowInFront">
    <method name="Get">
      <arg name="is_there" type="b" direction="out"/>
      <arg name="app" type="s" direction="out"/>
      <arg name="title" type="s" direction="out"/>
      <arg name="pid" type="i" direction="out"/>
      <arg name="client" type="s" direction="out"/>
    </method>
    <signal name="Changed"/>
  </interface>
</node>`;
const TELLING = ['notify::title', 'notify::wm-class'];

class WindowInFront {
    constructor() {
        this._window = null;
        this._listening = [];
        this._wasAsked = false;
        this._exported = Gio.DBusExportedObject.wrapJSObject(INTERFACE, this);
        this._exported.export(Gio.DBus.session, PATH);
        this._onFocus = global.display.connect('notify::focus-window', () => this._follow());
        this._follow();
    }

    close() {
        global.display.disconnect(this._onFocus);
        this._leave();
        this._exported.unexport();
    }

    Get() {
        this._wasAsked = true;
        const window = global.display.focus_window;
        if (!window || window.get_window_type() === Meta.WindowType.DESKTOP)
            return [false, '', '', 0, ''];
        const client = window.get_client_type() === Meta.WindowClientType.X11 ? 'x11' : 'wayland';
        return [true, window.get_wm_class() ?? '', window.get_title() ?? '', window.get_pid(), client];
    }

    _follow() {
        this._leave();
        this._window = global.display.focus_window;
        if (this._window)
            this._listening = TELLING.map(signal => this._window.connect(signal, () => this._tell()));
        this._tell();
    }

    _leave() {
        this._listening.forEach(listener => this._window.disconnect(listener));
        this._listening = [];
        this._window = null;
    }

    _tell() {
        if (!this._wasAsked)
            return;
        this._wasAsked = false;
        this._exported.emit_signal('Changed', null);
    }
}
