//! 二 · who looks after an enterprise, and which department is usually in charge of what.

use crate::policy::miyun_2019_29::questions::Field;
use crate::text::{Text, text};

/// Somebody who looks after enterprises.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Steward {
    /// What the text calls it.
    pub role: Text,
    /// Which body that is; for the industry steward the usual one of financial institutions.
    pub body: Text,
    /// What it does for an enterprise.
    pub does: Text,
}

/// 总管家
pub const CHIEF: Steward = Steward {
    role: text("总管家", "Chief steward"),
    body: text("密云区发展和改革委员会", "Development and Reform Commission of Miyun District"),
    does: text(
        "统筹服务包、协调大事、安排区领导走访",
        "runs the packages, takes on large matters, arranges visits of district leaders",
    ),
};

/// 服务管家
pub const SERVICE: Steward = Steward {
    role: text("服务管家", "Service steward"),
    body: text("密云区投资促进服务中心", "Investment Promotion Centre of Miyun District"),
    does: text(
        "收诉求、派给部门、定期回访，也协调12345转来的事",
        "takes needs, passes them on, calls back, and coordinates what comes from 12345",
    ),
};

/// 行业管家
pub const INDUSTRY: Steward = Steward {
    role: text("行业管家", "Industry steward"),
    body: text("密云区金融服务办公室", "Financial Services Office of Miyun District"),
    does: text(
        "按诉求定措施、指定责任部门、办到底",
        "finds measures, names the department in charge and sees matters through",
    ),
};

/// The three of a package's cover, in its order.
pub const STEWARDS: [Steward; 3] = [CHIEF, SERVICE, INDUSTRY];

/// The department that is usually in charge of such a need. The text names none: the industry steward decides.
#[must_use]
pub const fn in_charge(field: Field) -> Text {
    match field {
        Field::Premises => text(
            "规划自然资源部门（用地）、住房城乡建设部门（用房）或所在镇街",
            "planning and natural resources (land), housing and construction (premises), or the town",
        ),
        Field::Planning => text("规划自然资源部门", "planning and natural resources"),
        Field::Finance => text("区金融办、财政部门或税务部门", "the financial office, finance or tax authority"),
        Field::Talent => text(
            "人力社保部门（人才）、住房城乡建设部门（住房）",
            "human resources (talent), housing and construction (homes)",
        ),
        Field::Public => text("教育部门（入学）、卫生健康部门（医疗）", "education (school), health (medical care)"),
        Field::Permits => text("政务服务部门或市场监管部门", "government services or market regulation"),
        Field::Utilities => text("城市管理部门、水务部门或交通部门", "urban management, water or transport"),
        Field::Other => text("由行业管家指定", "named by the industry steward"),
    }
}
