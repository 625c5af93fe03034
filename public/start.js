// Starts the program, from the page itself where it holds it, else from the folder that the page came from; and tells
// what can be done where it does not start, or stops. The program's own script stands before this one.
{
    const byId = id => document.getElementById(id);
    // A copy on disk has lost its manifest, and has none of the files beside it.
    const hosted = document.querySelector('link[rel=manifest]') !== null;

    // Shows why nothing runs, and offers the draft that the page carries: this must work without the program.
    let stopped = false;
    function stop(why) {
        if (stopped) return;
        stopped = true;
        const told = byId('stopped');
        for (const each of told.querySelectorAll('[data-why]')) each.hidden = each.dataset.why !== why;
        let draft;
        try {
            draft = JSON.parse(byId('draft').textContent).draft;
        } catch {
            // There is none.
        }
        const save = byId('stopped-save');
        save.hidden = !draft;
        if (draft) {
            const file = new Blob([JSON.stringify(draft, null, 2)], { type: 'application/json' });
            save.href = URL.createObjectURL(file);
        }
        told.hidden = false;
        // What still stands there would only pretend to work.
        byId('page').hidden = true;
        byId('page').inert = true;
        told.querySelector('[data-why]:not([hidden]) h1').focus();
    }
    // Told by the program's script, whoever called the program (xtask/src/split.rs).
    addEventListener('portal-stopped', () => setTimeout(stop, 0, 'stopped'));

    // What a browser saved with the page: it is drawn anew.
    byId('page').replaceChildren();
    byId('page').hidden = false;
    byId('page').inert = false;
    byId('stopped').hidden = true;
    byId('loading').hidden = true;
    setTimeout(() => { byId('loading').hidden = false; }, 400);

    // The style of all but the first page. That one is painted without, so that it is there the sooner; the program
    // tells when it is (src/ui/frame/first_paint.rs).
    function dress() {
        if (!byId('late-style')) document.head.append(byId('late').content.cloneNode(true));
    }
    if (/^#?\/?$/.test(location.hash)) addEventListener('portal-painted', dress);
    else dress();

    // The bytes that release/src/single.rs wrote in signs of ASCII, by the method of basE91.
    function bytesOf(signs) {
        const value = sign => sign - 33 - (sign > 34) - (sign > 60) - (sign > 92);
        const bytes = new Uint8Array(signs.length);
        let [length, held, bits] = [0, 0, 0];
        for (let at = 0; at + 1 < signs.length; at += 2) {
            const pair = value(signs.charCodeAt(at)) + value(signs.charCodeAt(at + 1)) * 91;
            held |= pair << bits;
            bits += (pair & 8191) > 88 ? 13 : 14;
            for (; bits > 7; bits -= 8, held >>= 8) bytes[length++] = held;
        }
        if (signs.length % 2) bytes[length++] = held | value(signs.charCodeAt(signs.length - 1)) << bits;
        return bytes.subarray(0, length);
    }

    async function begin() {
        const program = byId('program');
        if (program) {
            const files = JSON.parse(program.textContent);
            const unpacked = name => {
                const packed = new Blob([bytesOf(files[name])]).stream();
                return new Response(packed.pipeThrough(new DecompressionStream('gzip')));
            };
            partsFrom(unpacked);
            await __wbg_init({ module_or_path: await unpacked('portal_bg.wasm').arrayBuffer() });
        } else if (hosted) {
            // The page's head has begun to fetch it.
            await __wbg_init({ module_or_path: fetched });
            setTimeout(() => keep().catch(console.warn), 2000);
        } else {
            stop('bare');
        }
    }

    // Keeps everything for use without a network, and tells the program when a newer version waits.
    async function keep() {
        const workers = navigator.serviceWorker;
        // Not there on a page that is not served securely, or where the reader forbids it.
        if (!workers) return;
        const registered = await workers.register('sw.js');
        const announce = () => {
            if (registered.waiting && workers.controller) dispatchEvent(new Event('portal-newer'));
        };
        registered.addEventListener('updatefound', () => registered.installing?.addEventListener('statechange', announce));
        announce();
        let wanted = false;
        addEventListener('portal-renew', () => {
            wanted = true;
            if (registered.waiting) registered.waiting.postMessage('renew');
            else location.reload();
        });
        workers.addEventListener('controllerchange', () => {
            if (wanted) location.reload();
            // Renewed in another window.
            else dispatchEvent(new Event('portal-newer'));
        });
        await workers.ready;
        // A page that is saved from now on takes the program along, so that the copy starts from disk.
        const whole = await (await caches.match('portal.html'))?.text();
        const held = whole && new DOMParser().parseFromString(whole, 'text/html').getElementById('program');
        if (held) byId('draft').before(held);
    }

    begin().catch(error => {
        if (!stopped) console.error(error);
        stop('unable');
    });
}
