// Tells Engineroom which window is in front; never changes one. KWin 5 calls a client what KWin 6 calls a window.

function inFront() {
    return workspace.activeWindow || workspace.activeClient || null;
}

function tell() {
    const window = inFront();
    const shown = window && {
        title: String(window.caption),
        program: String(window.resourceClass),
        pid: window.pid,
    };
    callDBus("@LISTENER@", "@PATH@", "@INTERFACE@", "Shown", JSON.stringify(shown));
}

// By id: one window may be two objects to a script as soon as another script has seen it.
function isInFront(window) {
    const front = inFront();
    return front !== null && String(front.internalId) === String(window.internalId);
}

function listenTo(window) {
    [window.captionChanged, window.windowClassChanged].forEach(function (changed) {
        changed.connect(function () {
            if (isInFront(window)) {
                tell();
            }
        });
    });
}

(workspace.windowList ? workspace.windowList() : workspace.clientList()).forEach(listenTo);
(workspace.windowAdded || workspace.clientAdded).connect(listenTo);
(workspace.windowActivated || workspace.clientActivated).connect(tell);
tell();
