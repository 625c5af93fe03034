//! Words about the page without a network, and about the draft that it carries.

use miyun::text::{Text, text};

pub const OFFLINE: Text = text("离线使用", "Offline use");
pub const LEAD: Text = text(
    "整个程序可以装在一个网页文件里，双击就能打开，不联网。文件里还可以带上一份草稿，拷到别的电脑接着用。",
    "The whole program fits into one page file that opens by double click and needs no network. It can carry a draft, to go on with on another machine.",
);

// ── in the frame and on the first page ───────────────────────────────────

pub const GET: Text = text("下载离线版", "Download the offline version");
pub const GET_SAYS: Text = text(
    "一个文件（portal.html），断网也能双击打开。只有点下载时才向本站取这个文件，您填的内容不会发出去。",
    "One file (portal.html) that opens by double click without a network. It is fetched from this site only when you press the button; nothing you filled in is sent.",
);
pub const ALONE: Text = text("这就是离线版", "This is the offline version");
pub const ALONE_SAYS: Text = text(
    "全部程序都在这一个文件里，不联网。把文件拷走，就能在别的电脑上打开。",
    "The whole program is in this one file and asks no network for anything. Copy the file to use it on another machine.",
);
pub const SAVE: Text = text("另存为含数据的离线页", "Save as an offline page with the data");
pub const NEWER: Text = text("有新版本，刷新后启用", "A new version is ready and starts after a reload");
pub const NEWER_SAYS: Text = text(
    "草稿已存于本机，不受影响；也可以做完手头的再刷新。",
    "Your draft is kept on this machine. You can also finish first and reload later.",
);
pub const RENEW: Text = text("刷新启用", "Reload now");
pub const EMBEDDED: Text = text("这个文件里带着一份草稿", "This file carries a draft");
pub const EMBEDDED_LOCKED: Text = text("这个文件里带着一份加锁的草稿", "This file carries a locked draft");
pub const EMBEDDED_SAYS: Text =
    text("本机已有的草稿不会被覆盖。", "Drafts that are on this machine already are not overwritten.");
pub const OPEN_NEW: Text = text("作为新草稿打开", "Open it as a new draft");
pub const UNLOCK: Text = text("用口令打开", "Open it with the passphrase");
pub const LEAVE: Text = text("先不打开", "Leave it");
pub const IN_PAGE: Text = text("本网页所带的草稿", "the draft in this page");

// ── the page ─────────────────────────────────────────────────────────────

pub const SAVE_SAYS: Text = text(
    "得到一个文件：程序和现在打开的草稿都在里面。别处打开它，会问是否作为新草稿打开，不覆盖那里的草稿。",
    "You get one file with the program and the draft that is open now. Opened elsewhere, it offers the draft as a new one and overwrites none.",
);
pub const NO_DRAFT: Text =
    text("现在没有打开的草稿，先填一题或打开一份。", "No draft is open: answer a question or open one first.");
pub const LOCK: Text = text("用口令锁住草稿", "Lock the draft with a passphrase");
pub const LOCK_SAYS: Text = text(
    "草稿用AES-GCM（256位）加密，没有口令读不出来。口令不保存在任何地方，忘了就无法找回，也没有人能代为打开。",
    "The draft is encrypted (AES-GCM, 256 bits) and cannot be read without the passphrase, which is kept nowhere: once lost it cannot be recovered by anyone.",
);
pub const NO_CRYPTO: Text = text(
    "这个浏览器在这里不提供加密（需要https或本机文件），只能存不加锁的文件。请像保管纸质材料一样保管它。",
    "This browser offers no encryption here (it needs https or a file on this machine). Only an unlocked file can be saved: look after it as you would after papers.",
);
pub const PASSPHRASE: Text = text("口令", "Passphrase");
pub const PASSPHRASE_HINT: Text = text(
    "越长越难猜：四个不相干的词，或12个以上的字符，好记也够用。",
    "The longer, the harder to guess: four unrelated words, or 12 characters and more, are easy to remember and enough.",
);
pub const REPEAT: Text = text("再输一遍口令", "Passphrase again");
pub const SHOW: Text = text("显示口令", "Show the passphrase");
pub const EMPTY: Text = text("请输入口令，或取消加锁。", "Type a passphrase, or untick the lock.");
pub const DIFFERS: Text = text("两遍口令不一样。", "The two passphrases differ.");
pub const SHORT: Text = text("偏短，较容易被试出来；可以照用。", "Rather short, and easier to guess; you may use it.");
pub const SAVE_NOW: Text = text("保存文件", "Save the file");
pub const WORKING: Text = text("正在准备…", "Preparing …");
pub const DONE: Text = text("已保存：", "Saved: ");
pub const NOT_FETCHED: Text = text(
    "没能取到离线版（portal.html）。请联网后再试。",
    "The offline version (portal.html) could not be fetched. Try again with a network.",
);
pub const NOT_LOCKED: Text =
    text("浏览器没能加密，什么也没有保存。", "The browser could not encrypt; nothing was saved.");
pub const FILE_NAME: Text = text("离线页", "offline-page");
pub const WRONG: Text =
    text("口令不对。文件没有损坏，可以再试。", "That is not the passphrase. The file is undamaged; try again.");
pub const UNLOCK_SAYS: Text = text(
    "打开后作为新草稿存于本机浏览器，那里不再加锁；这个文件本身不变。",
    "Once open it is kept in this browser as a new draft, unlocked there; the file itself does not change.",
);
pub const OPENED: Text = text("已作为新草稿打开。", "It is open as a new draft.");
pub const INSTALL: Text = text("装到这台设备", "Install it on this device");
pub const INSTALL_SAYS: Text = text(
    "打开过一次以后，断网也能用这个网址。浏览器菜单里的“安装”或“添加到主屏幕”会给它一个自己的图标和窗口。有新版本会告诉您，不会打断正在填的草稿。",
    "After one visit this address works without a network. “Install” or “Add to home screen” in the browser’s menu gives it an icon and a window of its own. New versions are announced and never interrupt a draft.",
);
