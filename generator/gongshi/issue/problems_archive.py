"""What can be wrong with an archived term, its signature and its time stamp (I011–I029)."""

from __future__ import annotations

from gongshi.model.finding import Severity
from gongshi.model.rule import Rule
from gongshi.read.declared import rule

_BAGIT = "RFC 8493（BagIt 1.0）；《中华人民共和国档案法》第三十七条（来源可靠、程序规范）"
_RESTORE = "用另一份备份替换这个归档包；没有备份的，查明是谁在何时动过。"


def _rule(  # noqa: PLR0913, PLR0917 (the parts of a manual page)
    id: str,
    title: str,
    what: str,
    why: str,
    example: str,
    fix: str = _RESTORE,
    basis: str = _BAGIT,
    severity: Severity = Severity.ERROR,
) -> Rule:
    return rule(id, title, what, why, example, fix, basis, severity)


CHANGED = _rule(
    "I011",
    "归档包里的文件没有被改动",
    "逐个计算data文件夹里文件的SHA-256和SM3，与manifest里记下的比对。",
    "归档的材料要几十年后还能作凭据，改一个字节都要能发现。",
    "用WPS打开归档包里的候选人名册，顺手存了一次盘。",
)
MISSING = _rule(
    "I012",
    "清单里的文件都在",
    "manifest和tagmanifest里的每一行都要有对应的文件。",
    "少了一份，就少了一份凭据。",
    "拷贝到U盘时漏了一个文件夹。",
)
ADDED = _rule(
    "I013",
    "data文件夹里没有清单以外的文件",
    "data文件夹里的每个文件都要在每一个manifest里有一行。",
    "后来放进去的文件没有随包归档，不能当作当时的材料。",
    "归档以后又往data里放了一张照片。",
    "把这个文件移出归档包；确需补充的，改好项目里的资料后重新归档。",
)
DECLARATION = _rule(
    "I014",
    "bagit.txt完好",
    "bagit.txt只有两行：版本（0.97或1.0）和标签文件的编码，写法一字不差。",
    "别的单位、别的软件靠它认出这是归档包。",
    "用记事本另存了bagit.txt，开头多了BOM。",
)
LINES = _rule(
    "I015",
    "清单和说明的每一行都读得懂",
    "manifest每行是“校验值 文件路径”，bag-info.txt每行是“名称: 内容”；本程序写的清单按路径排序。",
    "读不懂的行不能证明任何一个文件。",
    "清单被编辑过，一行的校验值少了几位。",
)
TWICE = _rule(
    "I016",
    "一个文件在一份清单里只写一行",
    "一份manifest里同一路径不出现两次。",
    "两行校验值不同时，说不清哪一个算数。",
    "合并两份清单时留下了重复的行。",
)
OUTSIDE = _rule(
    "I017",
    "清单里的路径不指向归档包以外",
    "路径不以/、~、盘符或\\\\开头，不含.和..；manifest里的都在data文件夹里。",
    "指向包外的路径会让人误把别处的文件当作归档材料。",
    "清单里有一行data/../../secret.txt。",
)
UNEVEN = _rule(
    "I018",
    "几份清单列的是同样的文件",
    "manifest-sha256.txt和manifest-sm3.txt等列出的路径完全相同。",
    "从一份清单里删掉一行，另一份还在，就能看出来。",
    "删了一个文件，同时从manifest-sha256.txt删了那一行。",
)
TAG_CHANGED = _rule(
    "I019",
    "清单和说明文件没有被改动",
    "逐个计算清单、bag-info.txt等标签文件的校验值，与tagmanifest比对。",
    "改动材料的人也可能改清单，所以清单自己也要有校验值。",
    "改了bag-info.txt里的归档日期。",
)
OXUM = _rule(
    "I020",
    "文件的个数和字节数与Payload-Oxum一致",
    "data里文件的总字节数和个数等于bag-info.txt的Payload-Oxum。",
    "不用算校验值就能看出拷贝不全。",
    "拷贝中断，最后几个文件是空的。",
)
TWINS = _rule(
    "I021",
    "没有只差大小写或编码形式的文件名",
    "路径按Unicode规范化并忽略大小写以后仍然互不相同。",
    "在Windows、苹果电脑上两个文件会变成一个。",
    "同一文件夹里既有A.jpg又有a.jpg。",
    "改掉其中一个文件的名字后重新归档。",
    severity=Severity.WARNING,
)
SPECIAL = _rule(
    "I022",
    "归档包里只有普通文件",
    "不含链接、设备等不是文件的东西。",
    "链接指向的内容不在包里，也不受保护。",
    "归档包里放了一个指向别处的快捷链接。",
)
ALGORITHM = _rule(
    "I023",
    "至少有一份认得的manifest",
    "至少有一份manifest，每份清单的算法本程序都会算。",
    "不会算的校验值等于没有核对。",
    "清单叫manifest-crc32.txt。",
    "用支持这种算法的软件核对，或重新归档。",
)
PREVIOUS = _rule(
    "I024",
    "与上一届的归档包接得上",
    "bag-info.txt里记下的上一届清单校验值和最新链值，与旁边上一届归档包的一致。",
    "各届的归档包一环扣一环，重做了一届的包就会接不上。",
    "改了2021年一届的材料，又重新生成了整个包。",
    "对照上一届归档包的另一份备份，查明哪一个是原来的。",
)
FETCH = _rule(
    "I025",
    "fetch.txt读得懂，不指向包外",
    "有fetch.txt时，每行是“网址 长度 路径”，路径在data里并列入清单。",
    "本程序的归档包不从网上取文件；别处来的包可能有。",
    "fetch.txt的一行里路径是../x。",
)
STRAY = _rule(
    "I026",
    "没有清单以外的标签文件",
    "归档包最上层除tagmanifest自己以外，每个文件都在tagmanifest里有一行。",
    "RFC 8493允许有这样的文件，但它不受保护，不能当作当时的材料。",
    "在归档包里多了一个“新建文本文档.txt”。",
    "把这个文件移出归档包。",
    severity=Severity.WARNING,
)
SIGNATURE = _rule(
    "I027",
    "签名与最新的签发链一致",
    "有chain.txt.sig和notices/allowed_signers时，用ssh-keygen -Y verify核对。",
    "签名证明这条链出自持有私钥的人；签名对不上，链或签名被换过。",
    "签名以后又签发了一份公告，没有重新签名。",
    "核对签发链；链没有问题的，用gongshi sign重新签名。",
    "OpenSSH的签名格式（ssh-keygen -Y，命名空间gongshi）",
)
STAMP = _rule(
    "I028",
    "时间戳与签发链一致",
    "有chain.txt.tsr和notices/tsa.pem时，用openssl ts -verify核对。",
    "时间戳证明这条链在那个时刻已经存在。",
    "盖时间戳以后又签发了一份公告，没有重新盖。",
    "核对签发链；链没有问题的，重新申请时间戳。",
    "RFC 3161（时间戳协议）",
)
UNANCHORED = _rule(
    "I029",
    "有包外的凭据可以对照",
    "看有没有签名或时间戳可以核对，核对的工具（ssh-keygen、openssl）装了没有。",
    "没有包外的凭据，全部清单重做一遍也看不出来：只能说前后一致，不能说没有换过。",
    "签发链没有签名，也没有抄在结果公告以外的地方。",
    "把最新链值抄在纸上盖章存放，用gongshi verify --link对照；或用gongshi sign签名。",
    "通行做法（借助包外凭据核对）",
    severity=Severity.NOTE,
)

RULES = (
    CHANGED,
    MISSING,
    ADDED,
    DECLARATION,
    LINES,
    TWICE,
    OUTSIDE,
    UNEVEN,
    TAG_CHANGED,
    OXUM,
    TWINS,
    SPECIAL,
    ALGORITHM,
    PREVIOUS,
    FETCH,
    STRAY,
    SIGNATURE,
    STAMP,
    UNANCHORED,
)
