from collections import Counter
from tests.proofs import model as M
from tests.proofs.test_state_machine import *
C=Counter()
f,r,t=M.Dealer.feed,M.Dealer.release,M.Dealer.restore
def feed(self,mode,b,brake=None):
    c,e=f(self,mode,b,brake); C['feeds']+=1; C['brake on']+=brake is not None
    for k in ('held','removed','accepted','skipped','superseded','deletes','deleted_count','created','updated','unchanged'): C[k]+=bool(getattr(c,k))
    for x in e: C[x[0]+str(x[2])]+=1
    C['again held']+= c.held> sum(x[0]=='held' for x in e)
    C['live']+=len(self.live())
    return c,e
def release(self,n):
    e=r(self,n); C['release']+=1; C['released']+=bool(e); C['could']+=any(v.held_by and min(v.held_by)<n<max(v.held_by) for v in self.vehicles); return e
def restore(self,n):
    x=t(self,n); C['restore']+=1; C['restored']+=bool(x[0]); return x
def test_stats(database, monkeypatch):
    monkeypatch.setattr(M.Dealer,'feed',feed); monkeypatch.setattr(M.Dealer,'release',release); monkeypatch.setattr(M.Dealer,'restore',restore)
    prove(ThroughTheCore, examples=80, steps=20)
    print(C)
