/**
 * The workbench as a person works with it: keys, mouse and what is drawn. Waits are for states of the page. A key that is pressed while the
 * workbench still wires itself up is lost, so whatever presses a key to open something presses again when nothing opened.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type BrowserContext, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core'
import { putBackKey } from './code-server'
import { until } from './poll'

export type Severity = 'error' | 'warning' | 'info' | 'hint'

const short = 3000

/** A browser that reaches the loopback and nothing else, and keeps what it has loaded and compiled for the next window. */
export function launchBrowser(): Promise<BrowserContext> {
  const profile = resolve('.editor/profile')
  rmSync(profile, { recursive: true, force: true })
  return chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      // One process for all windows: what was compiled for the first serves the next.
      '--process-per-site',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  })
}

/** A copy of a fixture that a scene may change: `.editor/workspaces/NAME`. */
export function copyFixture(fixture: string, name: string): string {
  const folder = resolve('.editor/workspaces', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  if (fixture !== '') cpSync(fixture, folder, { recursive: true, filter: (path) => basename(path) !== '.beleg' })
  return folder
}

export class Workbench {
  /** Whatever the page asked of anything but the loopback; must stay empty. */
  readonly outbound: string[] = []

  private constructor(readonly page: Page) {}

  /** Opens a window that knows nothing of those before it. */
  static async open(browser: BrowserContext, url: string, what: { folder: string } | { workspace: string }): Promise<Workbench> {
    const page = await browser.newPage()
    page.setDefaultTimeout(30_000)
    const workbench = new Workbench(page)
    const note = (asked: { url(): string }) => {
      const address = new URL(asked.url())
      if (/^(https?|wss?):$/.test(address.protocol) && address.hostname !== '127.0.0.1') workbench.outbound.push(asked.url())
    }
    page.on('request', note)
    page.on('websocket', note)
    const devtools = await browser.newCDPSession(page)
    await devtools.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'cookies,indexeddb,local_storage,service_workers' })
    try {
      await page.goto(`${url}/?${new URLSearchParams(what)}`, { waitUntil: 'domcontentloaded' })
      for (let attempt = 0; ; attempt += 1) {
        await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 })
        await page.locator('#status\\.problems').waitFor({ timeout: 60_000 })
        try {
          await page.locator('.explorer-folders-view').first().waitFor({ timeout: 15_000 })
          return workbench
        } catch (cause) {
          if (attempt === 2) throw cause
          // Now and then the workbench opens a `.code-workspace` before it can read it, and stays without folders.
          await page.reload({ waitUntil: 'domcontentloaded' })
        }
      }
    } catch (cause) {
      await workbench.screenshot('failed-to-open')
      await workbench.close()
      throw cause
    }
  }

  /** Leaves the page as a person would, so that the server ends what it runs for this window. */
  async close(): Promise<void> {
    if (this.page.isClosed()) return
    await this.page.goto('about:blank')
    await this.page.close()
  }

  /** Closes all that a scene has left open and drops what it has not saved. */
  async putBack(): Promise<void> {
    const left = this.page.locator('.editor-group-container .tab, .notification-toast, .part.panel .composite, .quick-input-widget')
    const drop = this.page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" })
    const look = async () => {
      if (await drop.isVisible()) await drop.click({ timeout: short })
      return (await left.filter({ visible: true }).count()) === 0 && (await this.page.locator('.explorer-folders-view').isVisible())
    }
    // A page that another one has covered draws nothing.
    await this.page.bringToFront()
    for (let attempt = 0; ; attempt += 1) {
      await this.page.keyboard.press('Escape')
      await this.page.keyboard.press(putBackKey)
      try {
        await until('an empty window', look, Boolean, short)
        return
      } catch (cause) {
        if (attempt === 5) throw cause
      }
    }
  }

  /**
   * Beleg has read the files that were written into the folder until now: it sees a folder of sources come, and go again. A new folder makes
   * it look at all files, also at one whose change the editor has not told. Where that tells nothing of the folder either, it comes once more.
   */
  async expectFilesRead(folder: string): Promise<void> {
    const mark = `${folder}/sources/mark`
    await this.openBelegViews()
    const row = this.page.locator('.pane-body .monaco-list-row', { hasText: '1901' })
    for (let attempt = 0; ; attempt += 1) {
      rmSync(mark, { recursive: true, force: true })
      mkdirSync(mark, { recursive: true })
      writeFileSync(`${mark}/mark.txt`, '---\ntitle: Mark\npublisher: Mark\ndate: 1901-01-01\n---\n\nA mark.\n')
      try {
        await row.waitFor({ timeout: 10_000 })
        break
      } catch (cause) {
        if (attempt === 2) throw cause
      }
    }
    rmSync(mark, { recursive: true })
    await row.waitFor({ state: 'detached' })
  }

  screenshot(name: string): Promise<Buffer> {
    return this.page.screenshot({ path: `.editor/screenshots/${name}.png` })
  }

  // Quick input: palette, quick open, go to line

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget')
  }

  /** Opens it by a key and fills it; again, where the one of the last command was just closing or the key came too early. */
  private async openQuickInput(key: string, text: string): Promise<void> {
    const box = this.quickInput.locator('.quick-input-filter input').first()
    for (let attempt = 0; ; attempt += 1) {
      await this.page.keyboard.press(key)
      try {
        await box.fill(text, { timeout: short })
        await this.quickInput.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: short })
        return
      } catch (cause) {
        if (attempt === 5) throw cause
        await this.page.keyboard.press('Escape')
      }
    }
  }

  /** Runs a command by its title in the palette, such as "Beleg: Check All Documents", as soon as the palette has it. */
  runCommand(title: string): Promise<void> {
    return this.pick('F1', `>${title}`, title)
  }

  /** Opens the quick input by a key, types and clicks an entry; again, where the list did not have it yet. */
  private async pick(key: string, text: string, label: string): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      await this.openQuickInput(key, text)
      try {
        await this.entry(label).click({ timeout: short })
        return
      } catch (cause) {
        if (attempt === 5) throw cause
        await this.page.keyboard.press('Escape')
      }
    }
  }

  private entry(label: string): Locator {
    return this.quickInput
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.labelled(label) })
      .first()
  }

  private labelled(text: string): Locator {
    return this.page.locator('.label-name', { hasText: new RegExp(`^${escapePattern(text)}$`) })
  }

  /** Chooses an entry of the quick pick that is open. */
  async choose(label: string): Promise<void> {
    await this.entry(label).click()
  }

  /** Labels of the quick pick that is open, once one is `expected`. */
  quickPick(expected: string): Promise<readonly string[]> {
    const labels = this.quickInput.locator('.quick-input-list .monaco-list-row .label-name')
    return until(
      `"${expected}" in the quick pick`,
      () => labels.allInnerTexts(),
      (shown) => shown.includes(expected),
    )
  }

  /** Writes over what the input box holds and confirms it. */
  async fillInput(text: string): Promise<void> {
    const box = this.quickInput.locator('.quick-input-box input').first()
    await this.quickInput.locator('.quick-input-message').first().waitFor()
    await box.fill(text)
    await this.page.keyboard.press('Enter')
    await this.quickInput.waitFor({ state: 'hidden' })
  }

  /** Writes over the file that a dialog proposes, once it has, and confirms it. */
  async fillDialog(proposed: string, path: string): Promise<void> {
    const box = this.quickInput.locator('.quick-input-filter input').first()
    await until(
      `the dialog to propose ${proposed}`,
      () => box.inputValue(),
      (value) => value.endsWith(proposed),
    )
    await until(
      `${path} in the dialog`,
      async () => {
        await box.fill(path)
        return box.inputValue()
      },
      (value) => value === path,
    )
    await this.quickInput.locator('.quick-input-action .monaco-button').first().click()
    await this.quickInput.waitFor({ state: 'hidden' })
  }

  async openUntitled(language: string, text: string): Promise<void> {
    await this.runCommand('File: New Untitled Text File')
    await this.editor.waitFor()
    await this.runCommand('Change Language Mode')
    await this.quickInput.getByPlaceholder('Select Language Mode').fill(language)
    await this.choose(language)
    await this.type(text)
  }

  async openFile(name: string): Promise<void> {
    await this.pick('Control+KeyP', name, basename(name))
    await this.tab(basename(name)).waitFor()
    await this.editor.locator('.view-lines .view-line').first().waitFor()
    await this.focusEditor()
  }

  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`)
  }

  // Editor

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[data-uri]').first()
  }

  async focusEditor(): Promise<void> {
    await this.editor.locator('.native-edit-context, textarea.inputarea').first().focus()
  }

  async goTo(line: number, column = 1): Promise<void> {
    await this.focusEditor()
    await this.openQuickInput('Control+KeyG', `:${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await this.quickInput.waitFor({ state: 'hidden' })
    await this.focusEditor()
    await until(
      `the cursor in line ${line}`,
      () => this.cursor(),
      (cursor) => cursor.match(/\d+/g)?.[0] === String(line),
    )
  }

  /** "Ln 3, Col 7", in the language of the workbench. */
  async cursor(): Promise<string> {
    return (await this.page.locator('#status\\.editor\\.selection').allInnerTexts()).join('')
  }

  async type(text: string): Promise<void> {
    await this.focusEditor()
    await this.page.keyboard.type(text)
  }

  async save(): Promise<void> {
    await this.focusEditor()
    await this.page.keyboard.press('Control+KeyS')
    await this.page.locator('.tabs-container .tab.active:not(.dirty)').first().waitFor()
  }

  /** Is a squiggle drawn under `text`? */
  async hasSquiggle(text: string, severity: Severity): Promise<boolean> {
    const under = await this.box(text)
    if (under === null) return false
    const squiggles = await this.editor.locator(`.squiggly-${severity}`).all()
    const boxes = await Promise.all(squiggles.map((squiggle) => squiggle.boundingBox({ timeout: short }).catch(() => null)))
    return boxes.some((box) => box !== null && overlap(box, under))
  }

  async expectSquiggle(text: string, severity: Severity): Promise<void> {
    await until(`a squiggle under "${text}"`, () => this.hasSquiggle(text, severity), Boolean)
  }

  private async expectDrawn(text: string, limit?: number): Promise<void> {
    await until(
      `"${text}" to be drawn`,
      () => this.box(text),
      (box) => box !== null,
      limit,
    )
  }

  /** The text is drawn, and nothing under it. */
  async expectNoSquiggle(text: string, severity: Severity): Promise<void> {
    await this.expectDrawn(text)
    await until(
      `no squiggle under "${text}"`,
      () => this.hasSquiggle(text, severity),
      (seen) => !seen,
    )
  }

  /** Puts the cursor into a text that is drawn, `offset` characters from its beginning. */
  async goToText(text: string, offset = 1): Promise<void> {
    const box = await until(
      `"${text}" to be drawn`,
      () => this.box(text),
      (box) => box !== null,
    )
    if (box === null) throw new Error('unreachable')
    await this.page.mouse.click(box.x + (box.width * offset) / text.length, box.y + box.height / 2)
    await this.focusEditor()
  }

  /** The box on screen around the first drawn occurrence of `text`. */
  private box(text: string): Promise<{ x: number; y: number; width: number; height: number } | null> {
    return this.editor.locator('.view-lines').first().evaluate(drawnBox, text)
  }

  /** Renames what the cursor stands on. */
  async rename(to: string): Promise<void> {
    const box = this.page.locator('.rename-box input.rename-input')
    for (let attempt = 0; ; attempt += 1) {
      await this.focusEditor()
      await this.page.keyboard.press('F2')
      try {
        await box.fill(to, { timeout: short })
        break
      } catch (cause) {
        if (attempt === 5) throw cause
        await this.page.keyboard.press('Escape')
      }
    }
    await this.page.keyboard.press('Enter')
    await box.waitFor({ state: 'hidden' })
  }

  /** The colour in which the first drawn occurrence of `text` begins. */
  async colourOf(text: string): Promise<string> {
    const box = await this.box(text)
    if (box === null) return ''
    return this.page.evaluate(colourAt, { x: box.x + 2, y: box.y + box.height / 2 })
  }

  /** Rests the mouse on `text` until a hover shows all that is expected: its parts, the messages first, come one after the other. */
  async expectHover(text: string, ...expected: readonly RegExp[]): Promise<void> {
    const content = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content')
    const read = async () => plain((await content.allInnerTexts()).join('\n'))
    for (let attempt = 0; ; attempt += 1) {
      const box = await until(
        `"${text}" to be drawn`,
        () => this.box(text),
        (box) => box !== null,
      )
      if (box === null) throw new Error('unreachable')
      await this.page.mouse.move(box.x + 400, box.y + 200)
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 })
      try {
        await until(
          `a hover on "${text}" with ${expected.join(' and ')}`,
          read,
          (shown) => expected.every((part) => part.test(shown)),
          short,
        )
        return
      } catch (cause) {
        if (attempt === 6) throw cause
        await this.page.keyboard.press('Escape')
      }
    }
  }

  /** Opens the suggestions at the cursor until one contains `expected`; returns all labels. */
  async suggest(expected: string): Promise<readonly string[]> {
    const labels = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name')
    for (let attempt = 0; ; attempt += 1) {
      await this.focusEditor()
      await this.page.keyboard.press('Control+Space')
      try {
        return await until(
          `the suggestion "${expected}"`,
          () => labels.allInnerTexts(),
          (shown) => shown.some((label) => plain(label).includes(expected)),
          short,
        )
      } catch (cause) {
        if (attempt === 5) throw cause
        await this.page.keyboard.press('Escape')
      }
    }
  }

  async acceptSuggestion(label: string): Promise<void> {
    await this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first().click()
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' })
  }

  /** Opens the quick fixes at the cursor and leaves them open. */
  async quickFixes(expected: string): Promise<readonly string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action')
    for (let attempt = 0; ; attempt += 1) {
      await this.focusEditor()
      await this.page.keyboard.press('Control+Period')
      try {
        const titles = async () => (await rows.allInnerTexts()).map((title) => plain(title).trim())
        return await until(`the quick fix "${expected}"`, titles, (shown) => shown.some((title) => title.includes(expected)), short)
      } catch (cause) {
        if (attempt === 5) throw cause
        await this.page.keyboard.press('Escape')
      }
    }
  }

  /** Chooses a quick fix with the arrow keys, as the menu swallows clicks in some versions. */
  async applyQuickFix(title: string): Promise<void> {
    const titles = await this.quickFixes(title)
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused')
    for (const _ of titles) {
      const here = plain((await focused.allInnerTexts()).join(''))
      if (here.includes(title)) break
      await this.page.keyboard.press('ArrowDown')
      await until(
        'the next quick fix',
        () => focused.allInnerTexts(),
        (next) => plain(next.join('')) !== here,
      )
    }
    await this.page.keyboard.press('Enter')
    await this.page.locator('.action-widget .actionList').first().waitFor({ state: 'hidden' })
  }

  /** Fixes all until `expected` is drawn; again, where diagnostics that arrived meanwhile made the editor forget that it was asked. */
  async fixAll(expected: string): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      await this.runCommand('Fix All')
      try {
        await this.expectDrawn(expected, short)
        return
      } catch (cause) {
        if (attempt === 5) throw cause
      }
    }
  }

  /** The whole text of the editor in front; only a part of it is ever drawn, so it comes through the clipboard. */
  async text(): Promise<string> {
    const marker = `waiting-${Math.random()}`
    await this.page.evaluate(`navigator.clipboard.writeText('${marker}')`)
    await this.focusEditor()
    await this.page.keyboard.press('Control+KeyA')
    await this.page.keyboard.press('Control+KeyC')
    return until(
      'the text on the clipboard',
      () => this.page.evaluate<string>('navigator.clipboard.readText()'),
      (text) => text !== marker,
    )
  }

  /** An edit has arrived and the text contains `expected`. Reading the text selects it, so nothing may still be under way. */
  async expectEdit(expected: string): Promise<void> {
    await this.page.locator('.tabs-container .tab.active.dirty').first().waitFor()
    await until(
      `the text "${expected}"`,
      () => this.text(),
      (text) => text.includes(expected),
    )
  }

  // Panels and views

  /** A row of the Problems panel says `expected`. */
  async expectProblem(expected: string): Promise<void> {
    const panel = this.page.locator('.markers-panel')
    if (!(await panel.isVisible())) await this.runCommand('Problems: Focus on Problems View')
    const rows = panel.locator('.monaco-list-row')
    await until(
      `"${expected}" in the Problems panel`,
      () => rows.allInnerTexts(),
      (shown) => shown.some((row) => plain(row).includes(expected)),
    )
  }

  async openBelegViews(): Promise<void> {
    // Its badge, which is not part of the link, may lie on it.
    const link = this.page.locator('a[aria-label^="Beleg"]')
    await this.page.locator('.activitybar .action-item', { has: link }).first().click()
    await this.page.locator('.sidebar .title-label', { hasText: 'Beleg' }).waitFor()
  }

  /** The rows of a view, by its title, once one says `expected`. */
  async view(title: string, expected: string): Promise<readonly string[]> {
    const rows = this.pane(title).locator('.monaco-list-row')
    return until(
      `"${expected}" in the view ${title}`,
      async () => (await rows.allInnerTexts()).map(plain),
      (shown) => shown.some((row) => row.includes(expected)),
    )
  }

  /** Opens a view that is folded up. */
  async unfold(title: string): Promise<void> {
    const header = this.pane(title).locator('.pane-header')
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click()
  }

  /** Presses a button in a view's title. */
  async viewAction(view: string, label: string): Promise<void> {
    const pane = this.pane(view)
    await pane.locator('.pane-header').hover()
    await pane.locator(`.pane-header a[aria-label^="${label}"]`).click()
  }

  pane(title: string): Locator {
    return this.page.locator('.pane', { has: this.page.locator('.pane-header', { hasText: new RegExp(escapePattern(title), 'i') }) })
  }

  /** Waits until Beleg runs here and has read its sources. */
  async ready(): Promise<void> {
    await until(
      'Beleg to be ready',
      () => this.statusItem.locator('.codicon-pass, .codicon-warning').count(),
      (count) => count > 0,
      60_000,
    )
  }

  /** Texts that Beleg's item in the status bar shows from now on, however briefly. */
  async watchStatus(): Promise<() => Promise<readonly string[]>> {
    await this.statusItem.evaluate(recordTexts)
    return () => this.statusItem.evaluate((item) => (item as unknown as { seen: string[] }).seen)
  }

  /** Beleg's item in the status bar. */
  get statusItem(): Locator {
    return this.page.locator('.statusbar-item[id="beleg.beleg.beleg.status"]')
  }

  async expectNotification(text: RegExp): Promise<void> {
    await this.page
      .locator('.notifications-toasts .notification-toast .notification-list-item-message', { hasText: text })
      .first()
      .waitFor()
  }

  /** The page inside the panel in front. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame')
  }
}

/** Runs in the page: where `needle` is drawn, with no-break spaces taken for spaces. */
// biome-ignore lint/suspicious/noExplicitAny: the types of the page's world are not those of this program
function drawnBox(root: any, needle: string): { x: number; y: number; width: number; height: number } | null {
  const page = root.ownerDocument
  for (const line of root.querySelectorAll('.view-line')) {
    const walker = page.createTreeWalker(line, 4)
    const nodes: { node: { data: string }; start: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      nodes.push({ node, start: text.length })
      text += node.data.replace(/\u00a0/g, ' ')
    }
    const at = text.indexOf(needle)
    if (at < 0) continue
    const placeOf = (offset: number) => nodes.findLast(({ start }) => start <= offset)
    const first = placeOf(at)
    const last = placeOf(at + needle.length - 1)
    if (first === undefined || last === undefined) continue
    const range = page.createRange()
    range.setStart(first.node, at - first.start)
    range.setEnd(last.node, at + needle.length - last.start)
    const { x, y, width, height } = range.getBoundingClientRect()
    return { x, y, width, height }
  }
  return null
}

/** Runs in the page: keeps every text of `item` in its `seen`. */
// biome-ignore lint/suspicious/noExplicitAny: the types of the page's world are not those of this program
function recordTexts(item: any): void {
  item.seen = []
  const { MutationObserver } = item.ownerDocument.defaultView
  new MutationObserver(() => item.seen.push(item.textContent)).observe(item, { childList: true, subtree: true, characterData: true })
}

/** Runs in the page. */
function colourAt({ x, y }: { readonly x: number; readonly y: number }): string {
  // biome-ignore lint/suspicious/noExplicitAny: the types of the page's world are not those of this program
  const { document, getComputedStyle } = globalThis as any
  const drawn = document
    .elementsFromPoint(x, y)
    .find((element: { matches(selector: string): boolean }) => element.matches('.view-line span'))
  return drawn === undefined ? '' : getComputedStyle(drawn).color
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

/** In both directions; a squiggle reaches a little below its line. */
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function plain(text: string): string {
  return text.replace(/\u00a0/g, ' ')
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
