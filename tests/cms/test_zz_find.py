import json,re
from tests.cms.test_admin_language import *
WANT={"explorer root":["Actions","None"],"explorer":["None"],"create home/standardpage":[">Image<",'"Image"',"Actions"],"image add":["Licence"],"move where":["Search"],"dashboard":["Search"],"workflows add":[">Add<","Page"],"group add":["Can add category",">Add<","Locale","Translation","\"Page"],"locale add":["Locale","Enabled","Sync from"],"choose_page":["Search"],"translate":["None"],"users":["True"],"404":["Lasiet"],"locales":["pages"],"sites":["Port","Root page"],"translations report":["1 translation","ource locale"],"bulk unpublish wagtailcore/page":["Include desc"],"account":["English"]}
def test_find(desk, client):
    client.force_login(desk.user)
    p=UserProfile.get_for_user(desk.user); p.preferred_language="lv"; p.save()
    out=open('/tmp/cat/find.txt','w')
    for n,u in screens(desk):
        if n in WANT:
            h=client.get(u).content.decode()
            for w in WANT[n]:
                for m in list(re.finditer(re.escape(w),h))[:4]:
                    out.write(f"--- {n} {w}: {h[max(0,m.start()-260):m.end()+120]!r}\n")
