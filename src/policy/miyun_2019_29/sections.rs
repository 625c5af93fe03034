//! The headings.

use crate::rule::Section;
use crate::text::text;

/// All, in order.
pub static ALL: &[&Section] = &[&PURPOSE, &STEWARDS, &SCOPES, &CHANNELS, &PACKAGES, &LADDER, &SUPERVISION];

/// 一
pub static PURPOSE: Section = Section { chapter: None, title: text("一、目的意义", "1. Purpose") };
/// 二
pub static STEWARDS: Section = Section { chapter: None, title: text("二、建立服务体系", "2. Stewards") };
/// 三
pub static SCOPES: Section =
    Section { chapter: None, title: text("三、服务范围和标准", "3. Scope and standards") };
/// 四
pub static CHANNELS: Section =
    Section { chapter: None, title: text("四、收集企业诉求", "4. Collecting needs") };
/// 五
pub static PACKAGES: Section = Section { chapter: None, title: text("五、制定服务包", "5. Making the package") };
/// 六
pub static LADDER: Section =
    Section { chapter: None, title: text("六、强化服务机制", "6. How matters are settled") };
/// 七
pub static SUPERVISION: Section = Section { chapter: None, title: text("七、加强督促落实", "7. Supervision") };
