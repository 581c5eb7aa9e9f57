"""Lists and calls every tool of a server with the protocol's own client. usage: protocol_client.py CALLS.json COMMAND..."""

import asyncio
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        calls = json.load(file)
    server = StdioServerParameters(command=sys.argv[2], args=sys.argv[3:])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        listed = await session.list_tools()
        for tool in listed.tools:
            result = await session.call_tool(tool.name, calls[tool.name])
            failed = result.isError if hasattr(result, "isError") else result.is_error
            print(json.dumps({"tool": tool.name, "failed": bool(failed), "text": result.content[0].text[:200]}))


asyncio.run(main())
