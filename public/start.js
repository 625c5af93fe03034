// Starts the program, from the page itself where it holds it, else from the folder that the page came from. The
// program's own script stands before this one, and public/notice.js, which says what can be done where the program does
// not start, or stops, in the head of the page. That is so in the page that release/ lays out; Trunk's page starts the
// program by a script of its own.
{
    const byId = id => document.getElementById(id);
    // A copy on disk has lost its manifest, and has none of the files beside it.
    const hosted = document.querySelector('link[rel=manifest]') !== null;

    let stopped = false;
    function stop(why, detail) {
        stopped = true;
        portalStop(why, detail);
    }
    // Told by the program's script, whatever called the program (release/src/program.js).
    addEventListener('portal-stopped', () => setTimeout(stop, 0, 'stopped'));

    // What a browser saved with the page: it is drawn anew.
    window.portalBegun = true;
    byId('page').textContent = '';
    byId('page').hidden = false;
    byId('stopped').hidden = true;
    byId('loading').hidden = true;
    setTimeout(() => { byId('loading').hidden = stopped; }, 400);

    // The style of all but the first page, hosted in a file of its own. The first page is painted without, so that it is
    // there the sooner; the program tells when it is (src/ui/frame/first_paint.rs). Any other waits for it.
    async function dress() {
        if (byId('late-style')) return;
        const late = byId('late');
        if (late.dataset.file && hosted) {
            // Without it everything works all the same.
            const sheet = await fetch(late.dataset.file).catch(console.warn);
            // Within the page, so that a saved copy has it.
            if (sheet && sheet.ok) late.innerHTML = `<style id="late-style">${await sheet.text()}</style>`;
        }
        document.head.append(late.content.cloneNode(true));
    }
    const dressed = /^#?\/?$/.test(location.hash) ? addEventListener('portal-painted', dress) : dress();

    // The files of the program within the page, by name: bytes in base64, packed as one (release/src/single.rs).
    async function filesOf({ files, size, packed, unpacker }) {
        const decoded = text => {
            const signs = atob(text);
            const bytes = new Uint8Array(signs.length);
            for (let at = 0; at < bytes.length; at++) bytes[at] = signs.charCodeAt(at);
            return bytes;
        };
        const { instance } = await WebAssembly.instantiate(decoded(unpacker), {});
        const { memory, ...exports } = instance.exports;
        const given = decoded(packed);
        const handle = exports.unpacker(given.length, size);
        new Uint8Array(memory.buffer).set(given, exports.packed(handle));
        return name => {
            const [from, end] = files[name];
            const first = exports.unpack(handle, end);
            if (first === 0) throw new Error('the program in this page is damaged');
            // A copy: what is unpacked next may move the memory, and Safari reads a Response later.
            return new Uint8Array(memory.buffer).slice(first + from, first + end);
        };
    }

    async function begin() {
        // Kernels before Chromium 86, Firefox 78 and Safari 14, of those that can read this script.
        if (!Element.prototype.replaceChildren) return stop('old');
        keepTranslated(byId('page'));
        if (typeof __wbg_init === 'undefined') return;
        const program = byId('program');
        if (program) {
            const file = await filesOf(JSON.parse(program.textContent));
            partsFrom(name => new Response(file(name)));
            await __wbg_init({ module_or_path: file('portal_bg.wasm') });
        } else if (!hosted) {
            stop('bare');
        } else if (origin === 'null') {
            // A frame that may not have the page's own origin may not fetch its program either.
            stop('framed', location.href.split('#')[0]);
        } else {
            // The page's head has begun to fetch it.
            const [response] = await Promise.all([fetched, dressed]);
            if (!isServed(response)) return stop('unserved', response.status);
            partsFrom(async name => {
                const part = await fetch(name);
                // Asked for by src/ui/frame/parts.rs when a part is missing.
                window.portalUnserved = !isServed(part);
                return part;
            });
            await __wbg_init({ module_or_path: response });
            setTimeout(() => keep().catch(console.warn), 2000);
        }
    }

    // Some servers hand out no file whose type they do not know (IIS), some their front page instead.
    function isServed(response) {
        return response.ok && !/^text\/html/.test(response.headers.get('content-type'));
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
        registered.addEventListener('updatefound', () => {
            if (registered.installing) registered.installing.addEventListener('statechange', announce);
        });
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
        const whole = await caches.match('portal.html');
        const page = whole && new DOMParser().parseFromString(await whole.text(), 'text/html');
        const held = page && page.getElementById('program');
        if (held) byId('draft').before(held);
    }

    // Translators take text nodes out of the page and put <font> elements in their place. The program goes on writing
    // into its own nodes, and the page would show old amounts. So the node goes back, empty, before its translation: when
    // the program writes into it or takes it away, the translation goes. The page asks not to be translated, but not
    // every translator listens.
    function keepTranslated(page) {
        const translations = new Map();
        const known = font => [...translations.values()].some(translation => translation.font === font);
        const follow = records => {
            for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
                const written = translations.get(target);
                if (written) {
                    written.font.remove();
                    translations.delete(target);
                }
                for (const node of removedNodes) {
                    if (node.isConnected || node.nodeType !== Node.TEXT_NODE) continue;
                    const translation = translations.get(node);
                    if (translation) {
                        translation.font.remove();
                        translations.delete(node);
                        continue;
                    }
                    const beside = [...addedNodes, previousSibling, nextSibling];
                    const font = beside.find(is => is && is.nodeName === 'FONT' && is.isConnected && !known(is));
                    if (!font) continue;
                    translations.set(node, { font, text: node.data });
                    node.data = '';
                    font.before(node);
                }
            }
            for (const [node, { font, text }] of translations) {
                if (font.isConnected) continue;
                // The translator has gone back to the original.
                translations.delete(node);
                if (node.isConnected && node.data === '') node.data = text;
            }
            // What was done here is not the program's doing.
            observer.takeRecords();
        };
        const observer = new MutationObserver(follow);
        observer.observe(page, { childList: true, characterData: true, subtree: true });
    }

    begin().catch(error => {
        if (!stopped) console.error(error);
        stop('unable');
    });
}
