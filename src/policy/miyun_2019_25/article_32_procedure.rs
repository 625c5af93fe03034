//! 第三十二条、第三十三条 · how an application goes, in our own words.

use crate::rule::Provision;

/// The steps, in order.
pub static STEPS: &[Provision] = &[
    Provision::new(
        32,
        "每年11月底，区金融办在区政府官网和密云区绿色金融综合服务平台公告申报",
        "At the end of November the district financial office announces the call on the district government's site and its green finance platform",
    ),
    Provision::new(
        32,
        "先在平台上网上申报，由区金融办初审",
        "Apply on the platform first; the district financial office reviews it there",
    ),
    Provision::new(
        32,
        "初审通过后，再把纸质材料送到区金融办，由各部门一起复审，报区政府常务会",
        "After that review hand the papers in at the office; the departments review them together and the district government decides",
    ),
    Provision::new(
        33,
        "批准以后拨付；可以先按最低一档比例预拨，年度清算后再多退少补",
        "Money is paid after approval; it may be paid ahead at the lowest rate and settled when the year is closed",
    ),
    Provision::new(
        32,
        "每一条都要在申报里提出，没有不申请就发的款项",
        "Every clause has to be applied for; nothing comes by itself",
    ),
];
