// Says why nothing runs, and offers the draft that the page carries. It stands in the page before everything else and is
// written in the oldest syntax, so that it also speaks where the page's own script cannot be read: old kernels, and the
// compatibility mode of Chinese browsers, which is Internet Explorer. Nothing of the program is needed for it.
(function () {
    var said = false;

    function show(element, shown) {
        if (!element) return;
        if (shown) element.removeAttribute('hidden');
        else element.setAttribute('hidden', 'hidden');
    }

    // Shows one of the notices in public/index.html. `detail` stands in it where it has room for one.
    window.portalStop = function (why, detail) {
        if (said) return;
        said = true;
        var stopped = document.getElementById('stopped');
        var notices = stopped.getElementsByTagName('div');
        for (var at = 0; at < notices.length; at++) {
            var reason = notices[at].getAttribute('data-why');
            if (!reason) continue;
            show(notices[at], reason === why);
            if (reason !== why) continue;
            var title = notices[at].getElementsByTagName('h1')[0];
            var places = notices[at].getElementsByTagName('code');
            for (var place = 0; detail && place < places.length; place++) {
                places[place].appendChild(document.createTextNode(detail));
            }
        }
        var save = document.getElementById('stopped-save');
        show(save, false);
        try {
            var draft = JSON.parse(document.getElementById('draft').textContent).draft;
            if (draft) {
                var file = new Blob([JSON.stringify(draft, null, 2)], { type: 'application/json' });
                save.href = URL.createObjectURL(file);
                show(save, true);
            }
        } catch (none) {
            // There is no draft, or a browser that cannot save it.
        }
        show(document.getElementById('stopped-file'), why === 'unserved');
        show(document.getElementById('loading'), false);
        // What still stands there would only pretend to work.
        show(document.getElementById('page'), false);
        show(stopped, true);
        try {
            title.focus();
        } catch (hidden) {
            // Old Internet Explorer.
        }
    };

    // The page's own script says that it has begun. It has run before this event, wherever it can be read.
    function look() {
        var copy = document.getElementsByTagName('dead-copy')[0];
        // Known to nobody but new browsers, so hidden here as well.
        if (!window.customElements) show(copy, false);
        if (!window.portalBegun) window.portalStop('old');
    }
    if (window.addEventListener) window.addEventListener('load', look);
    else window.attachEvent('onload', look);

    // A copy without scripts (MHTML) shows what was drawn and can do nothing. There the element that says so is never
    // defined (style/layout.css). Where scripts run it is, before anything is drawn.
    if (window.customElements) {
        var Live = function () { return Reflect.construct(HTMLElement, [], Live); };
        Live.prototype = Object.create(HTMLElement.prototype);
        // The copy names the address that it was saved from.
        Live.prototype.connectedCallback = function () {
            if (location.protocol.indexOf('http') === 0) {
                this.setAttribute('data-from', location.href.split('#')[0]);
            }
        };
        window.customElements.define('dead-copy', Live);
    }
})();
