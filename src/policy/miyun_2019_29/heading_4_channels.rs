//! 四、六（4）（5） · how a need reaches the stewards, in our own words.

use crate::article::Article;
use crate::rule::Provision;

/// The ways, the one that is always open first.
pub static STEPS: &[Provision] = &[
    Provision::of(
        Article::heading(4).inserted(2),
        "已在名单上的企业，把诉求写到市级企业服务平台，由服务管家转给行业管家",
        "an enterprise on the list writes its needs on the municipal platform; the service steward passes them to the industry steward",
    ),
    Provision::of(
        Article::heading(6).inserted(4),
        "不在名单上的，也可以打12345：一个部门的事直接派单，几个部门的由区投促中心协调",
        "one that is not may call 12345: matters of one department are passed on, those of several are coordinated by the promotion centre",
    ),
    Provision::of(
        Article::heading(4).inserted(1),
        "年初摸底时，把清单交给服务管家",
        "at the beginning of the year hand the list to the service steward",
    ),
    Provision::of(
        Article::heading(4).inserted(3),
        "区领导或部门来走访时，当面交一份",
        "hand it over when a district leader or a department visits",
    ),
    Provision::of(
        Article::heading(4).inserted(4),
        "平时随时可以找服务管家或行业管家",
        "both stewards can be turned to at any time",
    ),
    Provision::of(
        Article::heading(6).inserted(5),
        "没有列入区级名单的，也可以找行业主管部门或所在镇街，由它们直接服务",
        "an enterprise that is not on the district's list may turn to the department of its industry or to its town, which serve it themselves",
    ),
];
